package city.gewu.points.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.points.model.Deed;
import city.gewu.points.model.Deed.About;
import city.gewu.points.model.Deed.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people did within a span, as the modules that know it publish it.
@Repository
public class DeedStore {

    private static final String LIST_REPORTS =
            """
            -- points.listReports
            select
              case_id,
              case_no,
              reporter,
              source,
              category,
              condition,
              state,
              reported_at,
              filed_at is not null as filed,
              coalesce(lead_reporter, '') as lead_reporter,
              coalesce(ground, '') as ground,
              case
                when state = 'FIXED_ON_SPOT'
                then evidence.pub_metres_apart(photos_before[1], photos_after[1])
              end as metres
            from casework.pub_reported_case
            where reported_at >= :from
              and reported_at < :until
              and reporter = any(:people::text[])
            """;

    private static final String LIST_MISSED =
            """
            -- points.listMissed
            select c.case_id, c.case_no, c.source, c.category, c.condition, c.reported_at,
              t.person_id
            from patrol.pub_turn t
            join casework.pub_reported_case c
              on c.reported_at between t.started_at and coalesce(t.ended_at, cast(:until as timestamptz))
            where t.started_at >= cast(:from as timestamptz) - interval '1 day'
              and t.started_at < :until
              and t.unit <> ''
              and t.person_id = any(:people::text[])
              and c.reported_at >= :from
              and c.reported_at < :until
              and c.reporter <> t.person_id
              and c.source <> 'SUPERVISOR'
              and not exists (
                select from casework.pub_follow_on stage where stage.case_id = c.case_id)
              and c.filed_at is not null
              and c.state <> 'CANCELLED'
              and t.unit = any(c.places)
            """;

    private static final String LIST_LOOKS =
            """
            -- points.listLooks
            select l.case_id, l.seq, l.case_no, l.category, l.at, l.actor, l.asked_at,
              (select max(t.due_at)
                from patrol.pub_given_task t
                where t.case_id = l.case_id
                  and t.person_id = l.actor
                  and t.kind = case when l.verification then 'VERIFICATION' else 'CHECK' end
                  and t.given_at <= l.at
                  and t.state in ('DONE', 'TELLING', 'ENDED')) as due_at
            from casework.pub_look l
            where l.at >= :from
              and l.at < :until
              and l.actor = any(:people::text[])
            """;

    private static final String LIST_TAKEN_AWAY =
            """
            -- points.listTakenAway
            select t.task_id, t.person_id, t.due_at, c.case_id, c.case_no, c.category
            from patrol.pub_given_task t
            join casework.pub_case c on c.case_id = t.case_id
            where t.state = 'LATE'
              and t.due_at >= :from
              and t.due_at < :until
              and t.person_id = any(:people::text[])
            """;

    private static final String LIST_OFF_GROUND =
            """
            -- points.listOffGround
            select duty_id, part, person_id, from_at,
              extract(epoch from to_at - from_at) / 60 as minutes
            from patrol.pub_off_ground
            where from_at >= :from
              and from_at < :until
              and not on_task
              and person_id = any(:people::text[])
            """;

    private final JdbcClient db;

    DeedStore(JdbcClient db) {
        this.db = db;
    }

    /// Reports by some people that came to something.
    public List<Deed> listReports(Instant from, Instant until, Collection<String> people) {
        return ask(LIST_REPORTS, from, until, people).query((row, _) -> report(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Deed> report(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var person = row.getString("reporter");
        boolean filed = row.getBoolean("filed");
        var kind =
                switch (state) {
                    case "FIXED_ON_SPOT" -> Optional.of(Kind.REPORT_FIXED);
                    case "REFUSED_ACCEPTANCE", "REFUSED_FILING", "CANCELLED" ->
                            Optional.of(Kind.REPORT_REFUSED);
                    case "MERGED" ->
                            row.getString("lead_reporter").equals(person)
                                    ? Optional.of(Kind.REPORT_REPEATED)
                                    : Optional.<Kind>empty();
                    default -> filed ? Optional.of(Kind.REPORT_FILED) : Optional.<Kind>empty();
                };
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        double metres = row.getDouble("metres");
        var measure = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(metres);
        var ground = state.equals("CANCELLED") ? state : row.getString("ground");
        return Optional.of(
                Deed.of(
                        kind.get(),
                        person,
                        instant(row, "reported_at"),
                        "case/" + row.getLong("case_id"),
                        new About(
                                row.getLong("case_id"),
                                row.getString("case_no"),
                                row.getString("category"),
                                row.getString("condition"),
                                row.getString("source"),
                                ground),
                        measure));
    }

    /// Problems that others found where one of these people was on duty.
    public List<Deed> listMissed(Instant from, Instant until, Collection<String> people) {
        return ask(LIST_MISSED, from, until, people)
                .query((row, _) ->
                        Deed.of(
                                Kind.PROBLEM_MISSED,
                                row.getString("person_id"),
                                instant(row, "reported_at"),
                                "case/" + row.getLong("case_id"),
                                new About(
                                        row.getLong("case_id"),
                                        row.getString("case_no"),
                                        row.getString("category"),
                                        row.getString("condition"),
                                        row.getString("source"),
                                        ""),
                                OptionalDouble.empty()))
                .list();
    }

    /// Verifications and checks.
    public List<Deed> listLooks(Instant from, Instant until, Collection<String> people) {
        return ask(LIST_LOOKS, from, until, people)
                .query((row, _) ->
                        new Deed(
                                Kind.LOOKED,
                                row.getString("actor"),
                                instant(row, "at"),
                                "look/%d/%d".formatted(row.getLong("case_id"), row.getInt("seq")),
                                Optional.of(about(row)),
                                OptionalDouble.empty(),
                                findInstant(row, "asked_at"),
                                findInstant(row, "due_at")))
                .list();
    }

    /// Tasks that somebody did not do in time.
    public List<Deed> listTakenAway(Instant from, Instant until, Collection<String> people) {
        return ask(LIST_TAKEN_AWAY, from, until, people)
                .query((row, _) ->
                        Deed.of(
                                Kind.LOOK_TAKEN_AWAY,
                                row.getString("person_id"),
                                instant(row, "due_at"),
                                "task/" + row.getLong("task_id"),
                                about(row),
                                OptionalDouble.empty()))
                .list();
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("category"),
                "",
                "",
                "");
    }

    /// Stretches outside of the own ground without a task there.
    public List<Deed> listOffGround(Instant from, Instant until, Collection<String> people) {
        return ask(LIST_OFF_GROUND, from, until, people)
                .query((row, _) ->
                        Deed.of(
                                Kind.OFF_GROUND,
                                row.getString("person_id"),
                                instant(row, "from_at"),
                                "turn/%d/%d".formatted(row.getLong("duty_id"), row.getInt("part")),
                                OptionalDouble.of(row.getDouble("minutes"))))
                .list();
    }

    private JdbcClient.StatementSpec ask(
            String statement, Instant from, Instant until, Collection<String> people) {
        return db.sql(statement)
                .param("from", utc(from))
                .param("until", utc(until))
                .param("people", people.toArray(String[]::new));
    }
}
