package city.gewu.appraisal.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.appraisal.model.Scheme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was frozen: figures, marks, digests, signatures. Nothing of it is ever changed.
@Repository
public class MonthTableStore {

    private static final String SAVE =
            """
            insert into appraisal.month_table (
              month, version, kind, scheme, scheme_version, scheme_body, facts, exempted, marks)
            values (
              :month, :version, :kind, :scheme, :schemeVersion, :body, :facts, :exempted, :marks)
            """;

    private static final String LIST =
            """
            select kind, scheme_version, scheme_body, facts, exempted, marks
            from appraisal.month_table
            where month = :month
              and version = :version
            order by kind
            """;

    private static final String SAVE_SHEET =
            """
            insert into appraisal.month_sheet (
              month, version, as_of, sheet, key_id, signature, signed_at, signed_by)
            values (:month, :version, :asOf, :sheet, :key, :signature, :at, :by)
            """;

    private static final String FIND_SHEET =
            """
            select as_of, sheet, key_id, signature, signed_at, signed_by
            from appraisal.month_sheet
            where month = :month
              and version = :version
            """;

    private final JdbcClient db;

    MonthTableStore(JdbcClient db) {
        this.db = db;
    }

    /// One table as it was kept.
    ///
    /// @param facts as read, before anything was exempted
    /// @param exempted number of figures that something was left out of
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(
            String kind,
            Scheme scheme,
            int schemeVersion,
            byte[] facts,
            int exempted,
            byte[] marks) {}

    /// What was signed of a version.
    @SuppressWarnings("ArrayRecordComponent")
    public record Signed(
            Instant asOf, byte[] sheet, String key, byte[] signature, Instant at, String by) {}

    public void save(YearMonth month, int version, Kept table) {
        db.sql(SAVE)
                .param("month", month.toString())
                .param("version", version)
                .param("kind", table.kind())
                .param("scheme", table.scheme().code())
                .param("schemeVersion", table.schemeVersion())
                .param("body", SchemeText.writeJson(table.scheme()))
                .param("facts", table.facts())
                .param("exempted", table.exempted())
                .param("marks", table.marks())
                .update();
    }

    /// By kind.
    public List<Kept> list(YearMonth month, int version) {
        return db.sql(LIST)
                .param("month", month.toString())
                .param("version", version)
                .query(MonthTableStore::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("kind"),
                SchemeText.readJson(row.getString("scheme_body")),
                row.getInt("scheme_version"),
                row.getBytes("facts"),
                row.getInt("exempted"),
                row.getBytes("marks"));
    }

    public void saveSheet(YearMonth month, int version, Signed signed) {
        db.sql(SAVE_SHEET)
                .param("month", month.toString())
                .param("version", version)
                .param("asOf", utc(signed.asOf()))
                .param("sheet", signed.sheet())
                .param("key", signed.key())
                .param("signature", signed.signature())
                .param("at", utc(signed.at()))
                .param("by", signed.by())
                .update();
    }

    public Optional<Signed> findSheet(YearMonth month, int version) {
        return db.sql(FIND_SHEET)
                .param("month", month.toString())
                .param("version", version)
                .query((row, _) ->
                        new Signed(
                                instant(row, "as_of"),
                                row.getBytes("sheet"),
                                row.getString("key_id"),
                                row.getBytes("signature"),
                                instant(row, "signed_at"),
                                row.getString("signed_by")))
                .optional();
    }
}
