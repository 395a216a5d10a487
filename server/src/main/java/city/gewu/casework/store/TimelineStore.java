package city.gewu.casework.store;

import static city.gewu.platform.Moments.instant;

import city.gewu.casework.CaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the ledger says, for reading.
@Repository
public class TimelineStore {

    private static final String LIST_EVENTS =
            """
            -- casework.listEvents
            select
              seq,
              kind,
              at,
              actor,
              details,
              coalesce(details::json ->> 'handler', '') as handler
            from casework.case_event
            where case_id = :id
            order by seq
            limit 1000
            """;

    private static final String LIST_SEALS =
            """
            select
              day,
              events,
              root
            from casework.day_seal
            where day >= :from
              and day <= :to
            order by day
            limit 400
            """;

    private final JdbcClient db;

    TimelineStore(JdbcClient db) {
        this.db = db;
    }

    /// One event as it stands in the ledger.
    ///
    /// @param details JSON object of texts
    /// @param handler account id of the colleague whom it names, or empty text
    public record Told(
            int seq, String kind, Instant at, String actor, String details, String handler) {}

    /// A sealed day: anybody may compare the root with the one they kept.
    ///
    /// @param root hex
    public record Seal(LocalDate day, long events, String root) {}

    public List<Told> listEvents(CaseId id) {
        return db.sql(LIST_EVENTS)
                .param("id", id.value())
                .query((row, _) ->
                        new Told(
                                row.getInt("seq"),
                                row.getString("kind"),
                                instant(row, "at"),
                                row.getString("actor"),
                                row.getString("details"),
                                row.getString("handler")))
                .list();
    }

    public List<Seal> listSeals(LocalDate from, LocalDate to) {
        return db.sql(LIST_SEALS)
                .param("from", from)
                .param("to", to)
                .query((row, _) ->
                        new Seal(
                                row.getObject("day", LocalDate.class),
                                row.getLong("events"),
                                HexFormat.of().formatHex(row.getBytes("root"))))
                .list();
    }
}
