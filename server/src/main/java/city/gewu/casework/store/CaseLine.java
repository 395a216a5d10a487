package city.gewu.casework.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;

import city.gewu.casework.Position;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.Light;
import city.gewu.worktime.Deadline;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One line of a case list.
///
/// @param department the lead department, or empty text while none is named
/// @param handler id of the person of the department who has it, or empty text
public record CaseLine(
        long id,
        String caseNo,
        int version,
        String state,
        String source,
        String category,
        String description,
        String address,
        String department,
        String handler,
        Optional<Position> position,
        int round,
        List<String> flags,
        Times times,
        Exceptions exceptions) {

    /// Columns of a line; `f` is the case file.
    static final String COLUMNS =
            """
            f.case_id, f.case_no, f.version, f.state, f.source, f.category, f.description, f.address,
              f.department, f.handler, f.longitude, f.latitude, f.round, f.flags, f.reported_at, f.due_at,
              f.warn_at, f.suspended_at, f.ended_at, f.returns, f.extensions, f.request, f.review_on,
              f.appeal
            """;

    /// @param endedAt empty while the case is open
    public record Times(
            Instant reportedAt,
            Optional<Instant> dueAt,
            Optional<Instant> warnAt,
            Optional<Instant> suspendedAt,
            Optional<Instant> endedAt) {

        public Light light(Instant now) {
            return Light.at(endedAt.or(() -> suspendedAt).orElse(now), dueAt, warnAt);
        }
    }

    /// What is not the rule.
    ///
    /// @param request `EXTENSION`, `SUSPENSION` or `CANCELLATION` that waits for its decision, or
    ///   empty text
    /// @param reviewOn when a suspension is, or would be, looked at again
    /// @param appeal what became of an appeal, or empty text
    public record Exceptions(
            int returns,
            int extensions,
            String request,
            Optional<LocalDate> reviewOn,
            String appeal) {}

    static CaseLine read(ResultSet row, int number) throws SQLException {
        return new CaseLine(
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getInt("version"),
                row.getString("state"),
                row.getString("source"),
                row.getString("category"),
                row.getString("description"),
                row.getString("address"),
                row.getString("department"),
                row.getString("handler"),
                position(row),
                row.getInt("round"),
                texts(row, "flags"),
                new Times(
                        instant(row, "reported_at"),
                        findInstant(row, "due_at"),
                        findInstant(row, "warn_at"),
                        findInstant(row, "suspended_at"),
                        findInstant(row, "ended_at")),
                new Exceptions(
                        row.getInt("returns"),
                        row.getInt("extensions"),
                        row.getString("request"),
                        Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                        row.getString("appeal")));
    }

    /// A case of the ledger as a line.
    public static CaseLine of(Kept kept) {
        var file = kept.file();
        var facts = file.facts();
        var work = file.findWork();
        var deadline = work.flatMap(w -> w.clock().deadline());
        return new CaseLine(
                file.id().value(),
                file.caseNo(),
                kept.version(),
                StateColumns.name(file.state()),
                facts.source().name(),
                facts.category(),
                facts.description(),
                facts.address(),
                work.map(w -> w.duty().department()).orElse(""),
                work.map(w -> w.duty().handler()).orElse(""),
                facts.position(),
                work.map(w -> w.tally().round()).orElse(0),
                facts.flags(),
                new Times(
                        facts.reportedAt(),
                        deadline.map(Deadline::dueAt),
                        deadline.map(Deadline::warnAt),
                        suspendedAt(file.state()),
                        endedAt(file.state())),
                exceptions(file));
    }

    /// As the row of the case says it.
    private static Exceptions exceptions(CaseFile file) {
        var row = FileColumns.write(file, 0);
        return new Exceptions(
                (int) row.number(CaseColumn.RETURNS),
                (int) row.number(CaseColumn.EXTENSIONS),
                row.text(CaseColumn.REQUEST),
                row.find(CaseColumn.REVIEW_ON, LocalDate.class),
                row.text(CaseColumn.APPEAL));
    }

    private static Optional<Instant> suspendedAt(CaseState state) {
        return state instanceof CaseState.Suspended suspended
                ? Optional.of(suspended.since())
                : Optional.empty();
    }

    private static Optional<Instant> endedAt(CaseState state) {
        return state instanceof CaseState.Finished finished
                ? Optional.of(finished.at())
                : Optional.empty();
    }

    static Optional<Position> position(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Position(longitude, row.getDouble("latitude")));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
