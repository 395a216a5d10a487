package city.gewu.assessment;

import city.gewu.platform.Moments;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Given facts: cases as the ledger would have left them. Times are on the wall clock of the city.
public record Facts(
        String state,
        String source,
        String category,
        String department,
        List<String> places,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant dueAt,
        @Nullable Instant handledAt,
        @Nullable Instant endedAt,
        @Nullable Instant firstDueAt,
        int failedChecks,
        boolean waived) {

    private static final String INSERT =
            """
            insert into casework.case_file (
              case_id, case_no, version, head, state, source, category, description, address,
              places, reporter, department, reported_at, filed_at, dispatched_at, due_at,
              first_due_at, handled_at, ended_at, failed_checks, waived)
            values (
              nextval('casework.case_id'), 'T' || currval('casework.case_id'), 1,
              decode(repeat('00', 32), 'hex'), :state, :source, :category, 'd', 'a',
              :places, 'r', :department, :reported, :filed, :dispatched, :due,
              coalesce(cast(:first as timestamptz), :due), :handled, :ended, :failed, :waived)
            """;

    /// A problem reported at the beginning of 2011 and nothing more.
    public static Facts problem() {
        return new Facts(
                "REPORTED",
                "CITIZEN_APP",
                "pothole",
                "",
                List.of("BOS", "01"),
                at("2011-01-01T00:00"),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                false);
    }

    /// A case in the hands of public works, due at that time.
    public static Facts due(String due) {
        return problem().filed("2011-01-01T01:00").dispatched("2011-01-01T02:00").dueAt(at(due));
    }

    public static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(GivenCity.ZONE).toInstant();
    }

    public Facts reported(String at) {
        return with(state, at(at), filedAt, dispatchedAt, dueAt, handledAt, endedAt);
    }

    public Facts filed(String at) {
        return with("TO_DISPATCH", reportedAt, at(at), dispatchedAt, dueAt, handledAt, endedAt);
    }

    public Facts dispatched(String at) {
        return with("HANDLING", reportedAt, filedAt, at(at), dueAt, handledAt, endedAt).by("PWD");
    }

    public Facts dueAt(@Nullable Instant due) {
        return with(state, reportedAt, filedAt, dispatchedAt, due, handledAt, endedAt);
    }

    public Facts handled(String at) {
        return with("TO_CHECK", reportedAt, filedAt, dispatchedAt, dueAt, at(at), endedAt);
    }

    public Facts closed(String at) {
        return ended("CLOSED", at);
    }

    public Facts cancelled(String at) {
        return ended("CANCELLED", at);
    }

    public Facts fixedOnSpot() {
        return with("FIXED_ON_SPOT", reportedAt, null, null, null, null, reportedAt);
    }

    public Facts suspended() {
        return with("SUSPENDED", reportedAt, filedAt, dispatchedAt, dueAt, handledAt, endedAt);
    }

    public Facts by(String department) {
        return new Facts(
                state,
                source,
                category,
                department,
                places,
                reportedAt,
                filedAt,
                dispatchedAt,
                dueAt,
                handledAt,
                endedAt,
                firstDueAt,
                failedChecks,
                waived);
    }

    public Facts in(String... places) {
        return new Facts(
                state,
                source,
                category,
                department,
                List.of(places),
                reportedAt,
                filedAt,
                dispatchedAt,
                dueAt,
                handledAt,
                endedAt,
                firstDueAt,
                failedChecks,
                waived);
    }

    public Facts checkedInVain(int times, boolean waived) {
        return new Facts(
                state,
                source,
                category,
                department,
                places,
                reportedAt,
                filedAt,
                dispatchedAt,
                dueAt,
                handledAt,
                endedAt,
                firstDueAt,
                times,
                waived);
    }

    /// The due time of the first round, when there was another.
    public Facts firstDue(String at) {
        return new Facts(
                state,
                source,
                category,
                department,
                places,
                reportedAt,
                filedAt,
                dispatchedAt,
                dueAt,
                handledAt,
                endedAt,
                at(at),
                failedChecks,
                waived);
    }

    public void insert(JdbcClient db) {
        db.sql(INSERT)
                .param("state", state)
                .param("source", source)
                .param("category", category)
                .param("places", places.toArray(String[]::new))
                .param("department", department)
                .param("reported", Moments.utc(reportedAt))
                .param("filed", moment(filedAt))
                .param("dispatched", moment(dispatchedAt))
                .param("due", moment(dueAt))
                .param("first", moment(firstDueAt))
                .param("handled", moment(handledAt))
                .param("ended", moment(endedAt))
                .param("failed", failedChecks)
                .param("waived", waived)
                .update();
    }

    private Facts ended(String state, String at) {
        return with(state, reportedAt, filedAt, dispatchedAt, dueAt, handledAt, at(at));
    }

    private Facts with(
            String state,
            Instant reportedAt,
            @Nullable Instant filedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant dueAt,
            @Nullable Instant handledAt,
            @Nullable Instant endedAt) {
        return new Facts(
                state,
                source,
                category,
                department,
                places,
                reportedAt,
                filedAt,
                dispatchedAt,
                dueAt,
                handledAt,
                endedAt,
                firstDueAt,
                failedChecks,
                waived);
    }

    private static @Nullable Object moment(@Nullable Instant at) {
        return at == null ? null : Moments.utc(at);
    }
}
