package city.gewu.people;

import java.util.Set;

/// Who does something: a signed-in person, an import, or a clock of the system.
///
/// @param id account id, or `import:boston`, `system:deadlines`
/// @param department code of the department the person works for; empty text for the centre
public record Actor(String id, String displayName, Set<Post> posts, String department) {

    public Actor {
        posts = Set.copyOf(posts);
    }

    /// A machine that acts under the city's own authority, with every post.
    public static Actor system(String name) {
        return new Actor("system:" + name, name, Set.of(Post.values()), "");
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }
}
