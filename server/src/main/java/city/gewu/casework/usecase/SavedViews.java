package city.gewu.casework.usecase;

import city.gewu.casework.store.SavedViewStore;
import city.gewu.casework.store.SavedViewStore.SavedView;
import city.gewu.casework.store.SavedViewStore.SharedWith;
import city.gewu.people.Actor;
import city.gewu.people.Mandate;
import city.gewu.platform.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lists that people keep, for themselves or for the colleagues at their post. A kept list holds
/// what is asked and never what is answered: everybody sees through it what is in their own sight.
@Component
public class SavedViews {

    private static final int MOST = 50;

    private final SavedViewStore views;

    SavedViews(SavedViewStore views) {
        this.views = views;
    }

    /// The person's own, then those shared with the posts they hold today.
    public List<SavedView> list(Actor actor) {
        return views.list(actor.id(), actor.mandates().stream().map(SavedViews::group).toList());
    }

    /// Keeps the list; one that the person kept under this name is replaced.
    ///
    /// @param post the post it is shared with; empty for the person alone
    public SavedView save(
            String name,
            Optional<String> post,
            Map<String, String> asked,
            List<String> columns,
            Actor actor) {
        if (views.countOthers(actor.id(), name) >= MOST) {
            throw new RefusedException(
                    "casework.views-spent",
                    "You keep (%d) lists already.".formatted(MOST),
                    "Remove one that you no longer use, or save under its name.");
        }
        return views.save(actor.id(), name, post.map(code -> shared(code, actor)), asked, columns);
    }

    /// Only who keeps a list takes it away, also from those it was shared with.
    public void remove(long id, Actor actor) {
        if (!views.remove(id, actor.id())) {
            throw new RefusedException(
                    "casework.unknown-saved-view",
                    "You keep no list (%d).".formatted(id),
                    "Reload the page; it may be gone already, or belong to a colleague.");
        }
    }

    private static SharedWith shared(String post, Actor actor) {
        return actor.mandates().stream()
                .filter(mandate -> mandate.post().name().equals(post))
                .map(SavedViews::group)
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "casework.not-allowed-post",
                                "You do not hold the post (%s).".formatted(post),
                                "Share the list with a post that you hold."));
    }

    private static SharedWith group(Mandate mandate) {
        return new SharedWith(mandate.post().name(), mandate.department());
    }
}
