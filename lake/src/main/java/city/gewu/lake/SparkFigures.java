package city.gewu.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// Runs a [Job] on Spark: `SparkFigures JOB.json MASTER`. Standard output gets a line for each row,
/// its values parted by tabs, and a last line with the number of rows; everything else goes to
/// standard error.
public final class SparkFigures {

    /// What every JVM of Spark needs on this Java; the launcher gives the same to the driver.
    private static final String EXECUTOR_FLAGS =
            "-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED"
                    + " --sun-misc-unsafe-memory-access=allow";

    private SparkFigures() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("SparkFigures JOB.json MASTER");
            System.exit(2);
        }
        System.setOut(System.err);
        var job = Job.read(Path.of(arguments[0]));
        try (var out =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        new FileOutputStream(FileDescriptor.out), UTF_8));
                var spark = session(arguments[1])) {
            spark.sparkContext().addSparkListener(new TaskProgress());
            job.views().forEach((view, files) -> create(spark, job.root(), view, files));
            run(spark, job, out);
        }
    }

    private static SparkSession session(String master) {
        return SparkSession.builder()
                .appName("gewu assess")
                .master(master)
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", false)
                .config("spark.sql.files.maxPartitionBytes", setting("partition", "32m"))
                .config("spark.sql.shuffle.partitions", setting("shuffles", "16"))
                .config("spark.executor.memory", setting("executor.memory", "1g"))
                .config("spark.executor.extraJavaOptions", EXECUTOR_FLAGS)
                .getOrCreate();
    }

    private static String setting(String name, String fallback) {
        return System.getProperty("gewu.spark." + name, fallback);
    }

    private static void create(SparkSession spark, String root, String view, List<String> files) {
        spark.read()
                .option("basePath", root)
                .option("mergeSchema", true)
                .parquet(files.toArray(String[]::new))
                .createOrReplaceTempView(view);
    }

    /// The driver holds one partition of the result at a time.
    private static void run(SparkSession spark, Job job, Writer out) throws IOException {
        var rows = spark.sql(job.sql()).toLocalIterator();
        long count = 0;
        var line = new StringBuilder();
        while (rows.hasNext()) {
            line.setLength(0);
            out.append(line(rows.next(), job.integers(), line));
            count++;
        }
        out.append("rows\t").append(Long.toString(count)).append('\n');
        out.flush();
    }

    private static CharSequence line(Row row, int integers, StringBuilder line) {
        line.append(row.getInt(0)).append('\t').append(escaped(row.getString(1)));
        for (int i = 0; i < integers; i++) {
            line.append('\t').append(row.getLong(i + 2));
        }
        return line.append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
