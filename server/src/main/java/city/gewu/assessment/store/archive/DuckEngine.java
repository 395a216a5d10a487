package city.gewu.assessment.store.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.springframework.stereotype.Component;

/// DuckDB in this process.
@Component
public class DuckEngine {

    private final DuckDb duckDb;

    DuckEngine(DuckDb duckDb) {
        this.duckDb = duckDb;
    }

    public void run(Work work, Work.Rows to) {
        try {
            var spill = Files.createTempDirectory("gewu-assess");
            try (var duck = duckDb.open(spill)) {
                for (var view : work.views().entrySet()) {
                    create(duck, view.getKey(), view.getValue());
                }
                query(duck, work, to);
            } finally {
                Files.deleteIfExists(spill);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The archive cannot be counted.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(DuckDBConnection duck, String view, List<Path> files)
            throws SQLException {
        String list =
                files.stream()
                        .map(file -> DuckDb.quoted(file.toString()))
                        .collect(Collectors.joining(", ", "[", "]"));
        try (var statement = duck.createStatement()) {
            statement.execute(
                    """
                    create view %s as
                    select * from read_parquet(
                      %s, union_by_name = true, hive_partitioning = true,
                      hive_types = {'city': varchar, 'month': varchar})
                    """
                            .formatted(view, list));
        }
    }

    private static void query(DuckDBConnection duck, Work work, Work.Rows to) throws SQLException {
        var integers = new long[work.integers()];
        try (var statement = duck.createStatement();
                ResultSet row = statement.executeQuery(work.sql())) {
            while (row.next()) {
                for (int i = 0; i < integers.length; i++) {
                    integers[i] = row.getLong(i + 3);
                }
                to.row(row.getInt(1), row.getString(2), integers);
            }
        }
    }
}
