package city.gewu.casework.web;

import city.gewu.casework.store.SavedViewStore.SavedView;
import city.gewu.casework.store.SavedViewStore.SharedWith;
import city.gewu.casework.usecase.SavedViews;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lists of cases that people keep under a name, with what they ask for and their columns.
@RestController
@Needs(Right.READ_CASES)
@RequestMapping("/api/cases/views")
class SavedViewController {

    private final SavedViews views;
    private final People people;

    SavedViewController(SavedViews views, People people) {
        this.views = views;
        this.people = people;
    }

    /// @param post the post it is shared with; absent for a list of one's own
    /// @param asked as it stands behind the question mark of `/api/cases`
    record NewViewRequest(
            @NotBlank @Size(max = 40) String name,
            @Nullable String post,
            @NotNull @Size(max = 20) Map<String, @NotNull @Size(max = 200) String> asked,
            @NotNull @Size(max = 30) List<String> columns) {}

    /// @param mine whether the reader may replace and remove it
    /// @param post absent when it is not shared
    record SavedViewBody(
            long id,
            String name,
            boolean mine,
            @Nullable String post,
            @Nullable String ownerName,
            Map<String, String> asked,
            List<String> columns) {

        static SavedViewBody of(SavedView view, Actor reader, People people) {
            boolean mine = view.owner().equals(reader.id());
            return new SavedViewBody(
                    view.id(),
                    view.name(),
                    mine,
                    view.shared().map(SharedWith::post).orElse(null),
                    mine
                            ? null
                            : people.findActor(view.owner()).map(Actor::displayName).orElse(null),
                    view.asked(),
                    view.columns());
        }
    }

    @GetMapping
    List<SavedViewBody> list(@SignedIn Actor actor) {
        return views.list(actor).stream()
                .map(view -> SavedViewBody.of(view, actor, people))
                .toList();
    }

    /// Keeps a list; one of the same name is replaced.
    @PostMapping
    SavedViewBody save(@RequestBody @Valid NewViewRequest request, @SignedIn Actor actor) {
        var columns = CaseSheet.columns(String.join(",", request.columns()));
        var saved =
                views.save(
                        request.name().strip(),
                        Optional.ofNullable(request.post()).filter(post -> !post.isEmpty()),
                        asked(request.asked()),
                        request.columns().isEmpty() ? List.of() : CaseSheet.names(columns),
                        actor);
        return SavedViewBody.of(saved, actor, people);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @SignedIn Actor actor) {
        views.remove(id, actor);
    }

    /// What the list itself would refuse is not kept either.
    private static Map<String, String> asked(Map<String, String> asked) {
        asked.keySet().stream()
                .filter(name -> !ListRequest.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RefusedException(
                            "casework.unknown-filter",
                            "The list has no filter (%s) with the value (%s)."
                                    .formatted(name, asked.get(name)),
                            "Choose one of those that the page of cases offers.");
                });
        ListRequest.of(asked).toWanted();
        return asked.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
