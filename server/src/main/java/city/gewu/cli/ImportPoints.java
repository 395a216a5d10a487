package city.gewu.cli;

import city.gewu.points.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts rules of points in force from a file, and books what they ask for.
@Command(name = "points", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class ImportPoints implements Callable<Integer> {

    @Mixin private CityOptions options = new CityOptions();

    @Parameters(paramLabel = "FILE.yaml", descriptionKey = "points.file")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Inputs.mustRead(file);
        try (var context = options.open()) {
            var points = context.getBean(Points.class);
            String name = String.valueOf(file.getFileName());
            int booked =
                    CliAudit.recorded(
                            context,
                            "import.points",
                            name,
                            () -> putInForce(points, name),
                            entries -> Map.of("booked", Integer.toString(entries)));
            Console.line(Words.get("points.done", booked));
            return 0;
        }
    }

    private int putInForce(Points points, String name) {
        try (var yaml = Files.newInputStream(file)) {
            points.putInForce(name, yaml, "cli:" + System.getProperty("user.name", "unknown"));
            return points.bookDueDays();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
