package city.gewu.demo.usecase;

import city.gewu.people.Post;
import city.gewu.signin.Accounts.NewAccount;
import city.gewu.signin.Accounts.OneTimePassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One-time passwords of the demo accounts for scripts, in a file that only its owner may read.
@Component
class SignInsFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
            JSON.readTree(file.toFile()).forEach(all::add);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("username", made.username());
        line.put("password", made.password());
        line.put("displayName", made.displayName());
        line.put("posts", posts.stream().map(Enum::name).sorted().toList());
        line.put("department", account.department());
        all.add(line);
        Files.createDirectories(file.getParent());
        var beside = file.resolveSibling("sign-ins.json.part");
        Files.deleteIfExists(beside);
        Files.createFile(
                beside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(beside, JSON.writeValueAsBytes(all));
        Files.move(
                beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
