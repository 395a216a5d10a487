package city.gewu.catalogue;

import city.gewu.platform.Named;
import java.util.List;

/// A minor category (小类) in force, with what makes it a case and how long that may take.
///
/// @param code unique in its scheme; its width is the scheme's affair: `E0110`, `highway.pothole`
/// @param confidence how well the code is known: `high`, `medium`, `low`, `local-ext`, `source`
public record MinorCategory(
        String code,
        CategoryKind kind,
        String majorCode,
        Named major,
        Named name,
        String confidence,
        List<FilingCondition> conditions) {

    public MinorCategory {
        conditions = List.copyOf(conditions);
    }
}
