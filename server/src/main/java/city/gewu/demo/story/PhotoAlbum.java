package city.gewu.demo.story;

import city.gewu.evidence.Evidence.PhotoId;
import java.util.List;
import java.util.Map;

/// Generated photos by scene, as found and as put right.
public record PhotoAlbum(Map<String, List<PhotoId>> before, Map<String, List<PhotoId>> after) {

    public PhotoAlbum {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    List<PhotoId> listBefore(String scene) {
        return before.getOrDefault(scene, List.of());
    }

    public List<PhotoId> listAfter(String scene) {
        return after.getOrDefault(scene, List.of());
    }
}
