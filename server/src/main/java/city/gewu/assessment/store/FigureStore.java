package city.gewu.assessment.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.assessment.model.Frame;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.engine.indicator.FusedStatement;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Source;
import city.gewu.engine.indicator.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Figures and the cases behind them, on PostgreSQL.
@Repository
public class FigureStore {

    private static final List<String> SHOWN =
            List.of(
                    "row_key",
                    "case_id",
                    "case_no",
                    "category",
                    "address",
                    "department",
                    "reported_at",
                    "due_at",
                    "closed_at");

    /// Whether anybody may look at the case of a row.
    private static final String SHOWN_TO_ALL =
            """
            exists (
              select from casework.pub_shown_case open
              where open.case_id = told.case_id) as shown
            """;

    private final JdbcClient db;

    FigureStore(JdbcClient db) {
        this.db = db;
    }

    /// The indicators of one source in one pass, a row for each subject, in no order. There are at
    /// most as many as the city has subjects of the kind.
    public List<SubjectFigures> listFigures(
            Source source, List<Indicator> indicators, SubjectKind kind, Frame frame) {
        return framed(
                        FusedStatement.figures(indicators, kind.subject(), rows(source, frame)),
                        frame)
                .param("depth", kind.depth())
                .query((row, _) -> toFigures(row, indicators.size()))
                .list();
    }

    /// The rows behind one integer of one cell, after a key, with what each adds to it.
    public List<CaseBehind> listCasesBehind(Cell cell, Frame frame, long after, int limit) {
        return listBehind(rows(cell.source(), frame), cell, frame, after, limit);
    }

    /// The same, of cases that anybody may look at.
    public List<CaseBehind> listShownBehind(Cell cell, Frame frame, long after, int limit) {
        String shown = "select * from (\n%s\n) open where shown".formatted(withShown(cell, frame));
        return listBehind(shown, cell, frame, after, limit);
    }

    /// How many rows stand behind one integer of one cell.
    public Counted countBehind(Cell cell, Frame frame) {
        String sql =
                FusedStatement.countBehind(
                        cell.partSql(),
                        cell.kind().subject(),
                        cell.isOfNone(),
                        "shown",
                        withShown(cell, frame));
        return framed(sql, frame)
                .param("depth", cell.kind().depth())
                .param("subject", cell.subject())
                .query((row, _) -> new Counted(row.getLong("behind"), row.getLong("told")))
                .single();
    }

    private static String withShown(Cell cell, Frame frame) {
        return "select told.*,\n%sfrom (\n%s\n) told"
                .formatted(SHOWN_TO_ALL, rows(cell.source(), frame));
    }

    private List<CaseBehind> listBehind(
            String rows, Cell cell, Frame frame, long after, int limit) {
        String sql =
                FusedStatement.rowsBehind(
                        cell.partSql(), cell.kind().subject(), cell.isOfNone(), SHOWN, rows);
        return framed(sql, frame)
                .param("depth", cell.kind().depth())
                .param("subject", cell.subject())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> toCase(row))
                .list();
    }

    private static String rows(Source source, Frame frame) {
        return CanonicalRows.of(source, frame.replayed());
    }

    private StatementSpec framed(String sql, Frame frame) {
        return db.sql(sql)
                .param("from", utc(frame.window().from()))
                .param("to", utc(frame.window().to()))
                .param("now", utc(frame.now()))
                .param("zone", frame.zone().getId());
    }

    private static SubjectFigures toFigures(ResultSet row, int indicators) throws SQLException {
        var parts = new ArrayList<Parts>(indicators);
        for (int i = 0; i < indicators; i++) {
            parts.add(new Parts(row.getLong("n" + i), row.getLong("d" + i)));
        }
        return new SubjectFigures(row.getString("subject"), parts);
    }

    private static CaseBehind toCase(ResultSet row) throws SQLException {
        return new CaseBehind(
                row.getLong("row_key"),
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("category"),
                row.getString("address"),
                row.getString("department"),
                instant(row, "reported_at"),
                findInstant(row, "due_at"),
                findInstant(row, "closed_at"),
                row.getLong("part"));
    }

    /// The integers of each indicator for one subject, in the order of the indicators.
    public record SubjectFigures(String subject, List<Parts> parts) {}

    public record Parts(long numerator, long denominator) {}

    /// One integer of one cell of the table.
    ///
    /// @param partSql of a resolved indicator
    public record Cell(Source source, String partSql, SubjectKind kind, String subject) {

        boolean isOfNone() {
            return subject.equals(Subject.NONE);
        }
    }

    /// @param rows behind an integer
    /// @param shown those of cases that anybody may look at
    public record Counted(long rows, long shown) {}

    /// @param key to page by
    /// @param id of the case; 0 when the row is of none, like a turn of duty
    /// @param part what the row adds to the integer: 1, or seconds
    public record CaseBehind(
            long key,
            long id,
            String caseNo,
            String category,
            String address,
            String department,
            Instant reportedAt,
            Optional<Instant> dueAt,
            Optional<Instant> closedAt,
            long part) {}
}
