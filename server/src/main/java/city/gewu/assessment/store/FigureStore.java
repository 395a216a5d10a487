package city.gewu.assessment.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.assessment.model.SubjectKind;
import city.gewu.engine.indicator.FusedStatement;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Period.Window;
import city.gewu.engine.indicator.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Figures and the cases behind them, on PostgreSQL.
@Repository
public class FigureStore {

    /// The canonical rows of cases. Moments are turned into seconds here, so that an indicator
    /// needs no function that engines spell differently. `due_at` is the due time that judges: an
    /// extension moves it, while rework gives a fresh clock to work by and is judged by the first.
    private static final String CASE_ROWS =
            """
            select
              case_id,
              case_no,
              department,
              places[cast(:depth as int)] as unit,
              source,
              category,
              address,
              reported_at,
              filed_at,
              dispatched_at,
              case when failed_checks > 0 then coalesce(first_due_at, due_at) else due_at end as due_at,
              handled_at,
              closed_at,
              ended_at,
              cancelled,
              on_spot,
              filed,
              waived,
              suspended,
              round,
              failed_checks,
              extensions,
              cast(floor(extract(epoch from handled_at - dispatched_at)) as bigint) as handling_seconds
            from casework.pub_case
            """;

    private static final List<String> SHOWN =
            List.of(
                    "case_id",
                    "case_no",
                    "category",
                    "address",
                    "department",
                    "reported_at",
                    "due_at",
                    "closed_at");

    private final JdbcClient db;

    FigureStore(JdbcClient db) {
        this.db = db;
    }

    /// All indicators in one pass, a row for each subject, in no order. There are at most as many
    /// as the city has subjects of the kind.
    public List<SubjectFigures> listFigures(
            List<Indicator> indicators, SubjectKind kind, Window window) {
        return db.sql(FusedStatement.figures(indicators, kind.subject(), CASE_ROWS))
                .param("depth", kind.depth())
                .param("from", utc(window.from()))
                .param("to", utc(window.to()))
                .query((row, _) -> toFigures(row, indicators.size()))
                .list();
    }

    /// The cases behind one integer of one cell, after a key, with what each adds to it.
    public List<CaseBehind> listCasesBehind(Cell cell, Window window, long after, int limit) {
        boolean none = cell.subject().equals(Subject.NONE);
        String sql =
                FusedStatement.rowsBehind(
                        cell.partSql(), cell.kind().subject(), none, SHOWN, CASE_ROWS);
        return db.sql(sql)
                .param("depth", cell.kind().depth())
                .param("from", utc(window.from()))
                .param("to", utc(window.to()))
                .param("subject", cell.subject())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> toCase(row))
                .list();
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
    public record Cell(String partSql, SubjectKind kind, String subject) {}

    /// @param part what the case adds to the integer: 1, or seconds
    public record CaseBehind(
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
