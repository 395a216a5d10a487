package city.gewu.demo.usecase;

import city.gewu.people.Post;
import city.gewu.signin.Accounts.NewAccount;
import city.gewu.signin.Accounts.OneTimePassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// One-time passwords of the demo accounts for scripts, in a file that only its owner may read.
@Component
class SignInsFile {

    private final Path file;

    SignInsFile(@Value("${gewu.data}") Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("sign-ins.json");
    }

    Path path() {
        return file;
    }

    /// Adds an account to those that are there; the file is replaced whole.
    void add(NewAccount account, Set<Post> posts, OneTimePassword made) throws IOException {
        List<Object> all = new ArrayList<>();
        if (Files.exists(file)) {
            OwnersFile.JSON.readTree(file.toFile()).forEach(all::add);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("username", made.username());
        line.put("password", made.password());
        line.put("displayName", made.displayName());
        line.put("posts", posts.stream().map(Enum::name).sorted().toList());
        line.put("department", account.department());
        all.add(line);
        OwnersFile.replace(file, all);
    }
}
