package city.gewu.people;

import city.gewu.platform.Right;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which post has which rights (权限表), as the file `authority/rights.csv` says. A right that the
/// file does not name, nobody has.
public final class Rights {

    private static final String FILE = "/authority/rights.csv";
    private static final Map<Post, Set<Right>> BY_POST = read();

    private Rights() {}

    public static Set<Right> of(Actor actor) {
        return actor.mandates().stream()
                .flatMap(mandate -> of(mandate.post()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Set<Right> of(Post post) {
        return Collections.unmodifiableSet(BY_POST.getOrDefault(post, Set.of()));
    }

    public static boolean has(Actor actor, Right right) {
        return actor.holds(mandate -> of(mandate.post()).contains(right));
    }

    private static Map<Post, Set<Right>> read() {
        Map<Post, Set<Right>> rights = new EnumMap<>(Post.class);
        try (InputStream file = Rights.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + FILE);
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> grant(line, rights));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rights;
    }

    private static void grant(String line, Map<Post, Set<Right>> rights) {
        int comma = line.indexOf(',');
        var right = Right.valueOf(line.substring(0, comma));
        String posts = line.substring(comma + 1);
        (posts.equals("*")
                        ? EnumSet.allOf(Post.class).stream()
                        : Arrays.stream(posts.split(" ", -1)).map(Post::valueOf))
                .forEach(post ->
                        rights.computeIfAbsent(post, _ -> EnumSet.noneOf(Right.class)).add(right));
    }
}
