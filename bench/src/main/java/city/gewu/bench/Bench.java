package city.gewu.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Front door of `bench/run [lifecycle|lookup|assessment|engines|desk|import|positions]…`, all
/// without a name. Results are Markdown on standard output.
public final class Bench {

    private static final Map<String, Runner> BENCHES =
            Map.of(
                    "lifecycle", LifecycleBench::run,
                    "lookup", LookupBench::run,
                    "assessment", AssessmentBench::run,
                    "engines", EnginesBench::run,
                    "import", ImportBench::run,
                    "positions", PositionBench::run,
                    "desk", DeskBench::run);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var names =
                arguments.length == 0
                        ? List.of(
                                "lookup",
                                "assessment",
                                "engines",
                                "desk",
                                "import",
                                "positions",
                                "lifecycle")
                        : List.of(arguments);
        for (String name : names) {
            if (!BENCHES.containsKey(name)) {
                out.printf("There is no bench (%s); there are %s.%n", name, BENCHES.keySet());
                System.exit(2);
            }
        }
        out.println(Machine.describe());
        for (String name : names) {
            out.printf("%n## %s%n%n", name);
            runner(name).run(out);
        }
        System.exit(0);
    }

    private static Runner runner(String name) {
        var runner = BENCHES.get(name);
        if (runner == null) {
            throw new IllegalArgumentException("There is no bench (" + name + ").");
        }
        return runner;
    }

    @FunctionalInterface
    private interface Runner {
        void run(PrintStream out) throws Exception;
    }
}
