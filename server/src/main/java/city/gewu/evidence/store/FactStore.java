package city.gewu.evidence.store;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight.Spot;
import city.gewu.evidence.model.SealedFacts;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the cameras wrote beside their pictures.
@Repository
public class FactStore {

    private static final String ADD_FACTS =
            """
            -- evidence.addFacts
            insert into evidence.sealed_facts
              (photo_id, taken_at, longitude, latitude, device, software, edited, orientation)
            values
              (:id, :takenAt, :longitude, :latitude, :device, :software, :edited, :orientation)
            on conflict (photo_id) do nothing
            """;

    private static final String LIST_FACTS =
            """
            -- evidence.listFacts
            select
              photo_id,
              taken_at,
              longitude,
              latitude,
              device,
              software,
              edited,
              orientation
            from evidence.sealed_facts
            where photo_id = any(:ids)
            """;

    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    public void addFacts(PhotoId id, SealedFacts facts) {
        db.sql(ADD_FACTS)
                .param("id", id.value())
                .param("takenAt", facts.takenAt().map(Moments::utc).orElse(null))
                .param("longitude", facts.position().map(Spot::longitude).orElse(null))
                .param("latitude", facts.position().map(Spot::latitude).orElse(null))
                .param("device", facts.device())
                .param("software", facts.software())
                .param("edited", facts.edited())
                .param("orientation", facts.orientation())
                .update();
    }

    /// Facts by photo; those of photos from before facts were read are missing.
    public Map<PhotoId, SealedFacts> listFacts(Collection<PhotoId> ids) {
        var found = new HashMap<PhotoId, SealedFacts>();
        db.sql(LIST_FACTS)
                .param("ids", ids.stream().map(PhotoId::value).toArray(String[]::new))
                .query(row -> {
                    found.put(new PhotoId(row.getString("photo_id")), facts(row));
                });
        return found;
    }

    private static SealedFacts facts(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        boolean nowhere = row.wasNull();
        return new SealedFacts(
                Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                nowhere
                        ? Optional.empty()
                        : Optional.of(new Spot(longitude, row.getDouble("latitude"))),
                row.getString("device"),
                row.getString("software"),
                row.getBoolean("edited"),
                row.getInt("orientation"));
    }
}
