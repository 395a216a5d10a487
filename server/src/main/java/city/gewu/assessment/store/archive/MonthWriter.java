package city.gewu.assessment.store.archive;

import city.gewu.assessment.model.Frame;
import city.gewu.assessment.store.CanonicalRows;
import city.gewu.assessment.store.archive.Manifest.KeptFile;
import city.gewu.engine.indicator.Source;
import city.gewu.platform.Moments;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Writes the canonical rows that a month needs into a Parquet file. Rows stream from PostgreSQL
/// through DuckDB's appender: neither side holds them all in memory. It needs a transaction.
@Repository
public class MonthWriter {

    private static final int FETCH = 5_000;

    private static final String FIND_FIRST =
            """
            select min(reported_at) as reported_at from casework.pub_case
            """;

    private final JdbcClient db;
    private final DuckDb duckDb;

    MonthWriter(JdbcClient db, DuckDb duckDb) {
        this.db = db;
        this.duckDb = duckDb;
    }

    /// When the first case was reported, after which months are counted.
    public Optional<Instant> findFirst() {
        return db.sql(FIND_FIRST)
                .query((row, _) -> Moments.findInstant(row, "reported_at"))
                .single();
    }

    /// Every row that any period rule of the source could place in the month, or that is open when
    /// the month ends: all that any indicator of that month may ask for, now or later.
    ///
    /// @param levels codes of the city's levels from the whole city down
    /// @param into the folder of the month that is being made
    /// @param rows told the number of rows written so far, now and then
    public KeptFile write(
            Source source, List<String> levels, Frame frame, Path into, LongConsumer rows) {
        var file = into.resolve(fileName(source));
        try (var duck = duckDb.open(into.resolve("spill"))) {
            var columns = columns(source, levels, frame);
            create(duck, columns);
            long written = fill(duck, source, columns, frame, rows);
            copy(duck, frame, file);
            return new KeptFile(
                    source.name(),
                    fileName(source),
                    written,
                    ArchiveFolder.sha256(file),
                    columns.stream().map(ArchivedColumn::name).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("The file (%s) was not written.".formatted(file), e);
        }
    }

    static String fileName(Source source) {
        return source.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".parquet";
    }

    private List<ArchivedColumn> columns(Source source, List<String> levels, Frame frame) {
        String none = "select * from (\n%s\n) fact where false".formatted(rows(source, frame));
        ResultSetExtractor<List<ArchivedColumn>> read =
                rows -> ArchivedColumn.of(source, levels, rows.getMetaData());
        return framed(none, frame).query(read);
    }

    private static void create(DuckDBConnection duck, List<ArchivedColumn> columns)
            throws SQLException {
        String definitions =
                columns.stream()
                        .map(ArchivedColumn::definition)
                        .collect(Collectors.joining(", ", "create table facts (", ")"));
        try (var statement = duck.createStatement()) {
            statement.execute(definitions);
        }
    }

    private long fill(
            DuckDBConnection duck,
            Source source,
            List<ArchivedColumn> columns,
            Frame frame,
            LongConsumer told)
            throws SQLException {
        String select =
                columns.stream()
                        .map(column -> column.select() + " as " + column.name())
                        .collect(Collectors.joining(", "));
        String sql =
                "select %s from (\n%s\n) fact\nwhere %s\norder by fact.row_key"
                        .formatted(select, rows(source, frame), source.touched());
        try (var appender = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "facts")) {
            var target = new Target(columns, appender, told);
            framed(sql, frame).withFetchSize(FETCH).query(target::append);
            told.accept(target.rows);
            return target.rows;
        }
    }

    /// The moment of reading goes along in every row, so that months read at different moments can
    /// be counted together.
    private static void copy(DuckDBConnection duck, Frame frame, Path file) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(
                    "copy (select *, %s as as_of from facts) to %s (format parquet, compression zstd)"
                            .formatted(
                                    FactsSql.moment(frame.now()), DuckDb.quoted(file.toString())));
        }
    }

    private static String rows(Source source, Frame frame) {
        return CanonicalRows.of(source, frame.replayed()).strip();
    }

    private StatementSpec framed(String sql, Frame frame) {
        return db.sql(sql)
                .param("depth", 1)
                .param("zone", frame.zone().getId())
                .param("from", Moments.utc(frame.window().from()))
                .param("to", Moments.utc(frame.window().to()))
                .param("now", Moments.utc(frame.now()));
    }

    private static final class Target {

        private final List<ArchivedColumn> columns;
        private final DuckDBAppender appender;
        private final LongConsumer told;
        private long rows;

        Target(List<ArchivedColumn> columns, DuckDBAppender appender, LongConsumer told) {
            this.columns = columns;
            this.appender = appender;
            this.told = told;
        }

        void append(ResultSet row) throws SQLException {
            appender.beginRow();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).append(row, i + 1, appender);
            }
            appender.endRow();
            rows++;
            if (rows % FETCH == 0) {
                told.accept(rows);
            }
        }
    }
}
