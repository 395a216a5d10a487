package city.gewu.assessment.store.archive;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// DuckDB inside this process: a database in memory for one piece of work, which spills to the
/// temporary folder when its share of memory is used up. It loads nothing from the network.
@Component
public class DuckDb {

    private final String memory;
    private final int threads;

    DuckDb(
            @Value("${gewu.archive.memory:512MB}") String memory,
            @Value("${gewu.archive.threads:0}") int threads) {
        if (!memory.toUpperCase(Locale.ROOT).matches("\\d+(MB|GB)")) {
            throw new IllegalArgumentException(
                    "The setting (gewu.archive.memory) is (%s): write it like 512MB or 4GB."
                            .formatted(memory));
        }
        this.memory = memory;
        this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /// @param spill folder for what does not fit into memory; it is made when needed
    DuckDBConnection open(Path spill) throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", memory);
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        return DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    }

    /// A text or path inside a statement.
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
