package city.gewu.people;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who does something: a signed-in person, an import, or a clock of the system.
///
/// @param id id of the person, or `import:boston`, `system:deadlines`
/// @param mandates the posts held today; a deputy's are among them
/// @param department code of the organisation the person works for; empty text for the centre
public record Actor(String id, String displayName, List<Mandate> mandates, String department) {

    private static final String IMPORT = "import:";

    public Actor {
        mandates = List.copyOf(mandates);
    }

    /// Holds the posts for the own organisation, in the whole city.
    public Actor(String id, String displayName, Set<Post> posts, String department) {
        this(id, displayName, everywhere(posts, department), department);
    }

    /// A machine that acts under the city's own authority, with every post.
    public static Actor system(String name) {
        return new Actor(
                "system:" + name,
                name,
                Arrays.stream(Post.values()).collect(Collectors.toSet()),
                "");
    }

    private static List<Mandate> everywhere(Set<Post> posts, String department) {
        return posts.stream()
                .sorted()
                .map(post -> new Mandate(post, department, Area.CITY))
                .toList();
    }

    /// Whether rows of a file speak, and not somebody here.
    public boolean fromFile() {
        return id.startsWith(IMPORT);
    }

    public Set<Post> posts() {
        return mandates.stream().map(Mandate::post).collect(Collectors.toSet());
    }

    public boolean holds(Post post) {
        return holds(mandate -> mandate.post() == post);
    }

    public boolean holds(Predicate<Mandate> wanted) {
        return mandates.stream().anyMatch(wanted);
    }
}
