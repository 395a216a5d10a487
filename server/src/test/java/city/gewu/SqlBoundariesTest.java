package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A module's SQL names its own schema, or another module's published views. Modulith cannot see
/// SQL; this can.
class SqlBoundariesTest {

    private static final Path SOURCES = Path.of("src/main/java/city/gewu");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?i)\\b(?:from|join|into|update|copy|on)\\s+([a-z_]+)\\.([a-z_]+)\\b(?!\\s*=)");
    private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema");

    @Test
    void sqlInCodeStaysInsideItsModule() throws IOException {
        assertThat(violations(SOURCES, ".java")).isEmpty();
    }

    @Test
    void migrationsStayInsideTheirModule() throws IOException {
        assertThat(violations(MIGRATIONS, ".sql")).isEmpty();
    }

    private static List<String> violations(Path root, String ending) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                String module = root.relativize(file).getName(0).toString();
                for (String sql : statements(file)) {
                    found.addAll(foreignTables(file, module, sql));
                }
            }
        }
        return found;
    }

    private static List<String> statements(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.toString().endsWith(".sql")) {
            return List.of(text);
        }
        return TEXT_BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    }

    private static List<String> foreignTables(Path file, String module, String sql) {
        return TABLE.matcher(sql)
                .results()
                .filter(table -> Files.isDirectory(SOURCES.resolve(table.group(1))))
                .filter(table -> !SYSTEM.contains(table.group(1)))
                .filter(table -> !table.group(1).equals(module))
                .filter(table -> !table.group(2).startsWith("pub_"))
                .map(table -> "%s names %s.%s".formatted(file, table.group(1), table.group(2)))
                .toList();
    }
}
