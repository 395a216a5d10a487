package city.gewu.bench;

import city.gewu.GewuApplication;
import city.gewu.exchange.Exchange;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Rows a second from a city's real export into the ledger, through the same rules as live cases.
final class ImportBench {

    private static final Path CITY = Path.of("examples/boston/city.yaml");
    private static final String EXPORT = "data/boston/boston-311-2011-q3.csv";

    private ImportBench() {}

    static void run(PrintStream out) throws Exception {
        var export = findExport();
        if (export.isEmpty() || !Files.exists(CITY)) {
            out.printf(
                    "Left out: it needs %s and %s below the folder that GEWU_SHARED names.%n",
                    CITY, EXPORT);
            return;
        }
        try (var server = new BenchServer();
                var context =
                        new SpringApplicationBuilder(GewuApplication.class)
                                .run(server.settings("import", 12))) {
            var exchange = context.getBean(Exchange.class);
            exchange.prepareCity(CITY);
            var first = exchange.importCases(CITY, export.get(), Optional.empty(), _ -> {});
            var again = exchange.importCases(CITY, export.get(), Optional.empty(), _ -> {});
            if (again.added() != 0 || again.alreadyThere() != first.added()) {
                throw new IllegalStateException("The second run changed something: " + again);
            }
            out.println(
                    "| rows | added | rejected | seconds | rows/s | rows/s, the same file again |");
            out.println("|---|---|---|---|---|---|");
            out.printf(
                    "| %,d | %,d | %,d | %.1f | %,.0f | %,.0f |%n",
                    first.read(),
                    first.added(),
                    first.rejected().values().stream().mapToLong(Long::longValue).sum(),
                    first.seconds(),
                    first.read() / first.seconds(),
                    again.read() / again.seconds());
        }
    }

    private static Optional<Path> findExport() {
        String given = System.getenv("GEWU_SHARED");
        if (given != null) {
            return Optional.of(Path.of(given, EXPORT)).filter(Files::exists);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path sibling = at.resolve("shared").resolve(EXPORT);
            if (Files.exists(sibling)) {
                return Optional.of(sibling);
            }
        }
        return Optional.empty();
    }
}
