package city.gewu.patrol.store;

import city.gewu.patrol.model.Fix;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What phones said beside the cases they reported.
@Repository
public class FieldReportStore {

    private static final String SAVE_ALL =
            """
            -- patrol.saveReports
            insert into patrol.report (
              client_id, person_id, case_id, on_spot, taken_at, sent_at, received_at, skew_ms,
              longitude, latitude, accuracy_m, component)
            select client_id, person_id, case_id, on_spot, taken_at, sent_at, received_at, skew_ms,
              longitude, latitude, accuracy_m, component
            from unnest(
              :clientIds::uuid[], :people::text[], :cases::bigint[], :onSpot::boolean[],
              :takenAt::timestamptz[], :sentAt::timestamptz[], :receivedAt::timestamptz[],
              :skews::bigint[], :longitudes::float8[], :latitudes::float8[],
              :accuracies::float8[], :components::text[])
              as n (client_id, person_id, case_id, on_spot, taken_at, sent_at, received_at, skew_ms,
                longitude, latitude, accuracy_m, component)
            on conflict do nothing
            """;

    private final JdbcClient db;

    FieldReportStore(JdbcClient db) {
        this.db = db;
    }

    /// @param skewMillis server minus phone when it was sent
    public record Row(
            UUID clientId,
            String person,
            long caseId,
            boolean onSpot,
            Instant takenAt,
            Instant sentAt,
            Instant receivedAt,
            long skewMillis,
            Fix fix,
            String component) {}

    /// Keeps those of the rows that are not there.
    public void saveAll(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(SAVE_ALL)
                .param("clientIds", column(rows, Row::clientId, UUID[]::new))
                .param("people", column(rows, Row::person, String[]::new))
                .param("cases", column(rows, Row::caseId, Long[]::new))
                .param("onSpot", column(rows, Row::onSpot, Boolean[]::new))
                .param("takenAt", column(rows, row -> row.takenAt().toString(), String[]::new))
                .param("sentAt", column(rows, row -> row.sentAt().toString(), String[]::new))
                .param(
                        "receivedAt",
                        column(rows, row -> row.receivedAt().toString(), String[]::new))
                .param("skews", column(rows, Row::skewMillis, Long[]::new))
                .param("longitudes", column(rows, row -> row.fix().longitude(), Double[]::new))
                .param("latitudes", column(rows, row -> row.fix().latitude(), Double[]::new))
                .param("accuracies", column(rows, row -> row.fix().accuracyMetres(), Double[]::new))
                .param("components", column(rows, Row::component, String[]::new))
                .update();
    }

    private static <T> T[] column(List<Row> rows, Function<Row, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
