package city.gewu.demo.story;

import city.gewu.people.Actor;
import city.gewu.people.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// The people of the field who act in the stories.
public final class Crew {

    private final Map<Post, List<Actor>> byPost = new EnumMap<>(Post.class);
    private final Map<String, Actor> supervisors = new HashMap<>();
    private final Map<String, Actor> handlers = new HashMap<>();

    public Crew(List<Actor> people) {
        for (var actor : people) {
            actor.posts()
                    .forEach(post ->
                            byPost.computeIfAbsent(post, _ -> new ArrayList<>()).add(actor));
            actor.mandates().stream()
                    .filter(mandate -> mandate.post() == Post.SUPERVISOR)
                    .forEach(mandate -> supervisors.put(mandate.area().unit(), actor));
            if (actor.holds(Post.HANDLER)) {
                handlers.put(actor.department(), actor);
            }
        }
    }

    Actor one(Post post, Random random) {
        return Dice.pick(random, byPost.getOrDefault(post, List.of(Actor.system("demo"))));
    }

    /// Somebody on the post who is none of these.
    Actor other(Post post, Random random, Collection<Actor> than) {
        var ids = than.stream().map(Actor::id).collect(Collectors.toSet());
        var others =
                byPost.getOrDefault(post, List.of()).stream()
                        .filter(actor -> !ids.contains(actor.id()))
                        .toList();
        return others.isEmpty() ? Actor.system("demo") : Dice.pick(random, others);
    }

    /// The supervisor who is posted to a duty grid.
    Actor supervisor(String dutyGrid) {
        return supervisors.getOrDefault(dutyGrid, Actor.system("demo"));
    }

    Actor handler(String department) {
        return handlers.getOrDefault(department, Actor.system("demo"));
    }
}
