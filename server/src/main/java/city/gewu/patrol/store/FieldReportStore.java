package city.gewu.patrol.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.patrol.model.Fix;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What phones said beside the cases they reported.
@Repository
public class FieldReportStore {

    private static final String SAVE =
            """
            -- patrol.saveReport
            insert into patrol.report (
              client_id, person_id, case_id, on_spot, taken_at, sent_at, received_at, skew_ms,
              longitude, latitude, accuracy_m, component)
            values (:clientId, :person, :caseId, :onSpot, :takenAt, :sentAt, :receivedAt, :skew,
              :longitude, :latitude, :accuracy, :component)
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

    /// Keeps the row unless it is there.
    public void save(Row row) {
        db.sql(SAVE)
                .param("clientId", row.clientId())
                .param("person", row.person())
                .param("caseId", row.caseId())
                .param("onSpot", row.onSpot())
                .param("takenAt", utc(row.takenAt()))
                .param("sentAt", utc(row.sentAt()))
                .param("receivedAt", utc(row.receivedAt()))
                .param("skew", row.skewMillis())
                .param("longitude", row.fix().longitude())
                .param("latitude", row.fix().latitude())
                .param("accuracy", row.fix().accuracyMetres())
                .param("component", row.component())
                .update();
    }
}
