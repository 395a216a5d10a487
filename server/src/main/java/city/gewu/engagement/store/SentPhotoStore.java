package city.gewu.engagement.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Photos of reports that no case came of yet. They are nobody's evidence.
@Repository
public class SentPhotoStore {

    private static final String TAKE_UPLOADS =
            """
            insert into engagement.sent_photo (report_id, photo_id, bytes, likeness)
            select :report, photo_id, bytes, likeness
            from engagement.upload
            where challenge_id = :challenge
              and upload_id = any(:ids)
            on conflict (report_id, photo_id) do nothing
            """;

    private static final String LIST_IDS =
            """
            select photo_id, likeness
            from engagement.sent_photo
            where report_id = :report
            order by photo_id
            """;

    private static final String GET_BYTES =
            """
            select bytes
            from engagement.sent_photo
            where report_id = :report
              and photo_id = :photo
            """;

    /// Few wait for a look, so that each is compared.
    private static final String LIST_ALIKE =
            """
            select photo_id
            from engagement.sent_photo
            where report_id <> :report
              and bit_count(cast(likeness # :likeness as bit(64))) <= :distance
            """;

    private static final String DROP =
            """
            delete from engagement.sent_photo
            where report_id = :report
            """;

    private static final String DROP_DECIDED =
            """
            delete from engagement.sent_photo sent
            using engagement.report r
            where r.report_id = sent.report_id
              and r.state in ('taken', 'refused')
            """;

    private final JdbcClient db;

    SentPhotoStore(JdbcClient db) {
        this.db = db;
    }

    /// @param likeness hash of how it looks
    public record SentPhoto(String id, long likeness) {}

    /// Gives the photos of a challenge to its report.
    public void takeUploads(long report, UUID challenge, List<UUID> ids) {
        db.sql(TAKE_UPLOADS)
                .param("report", report)
                .param("challenge", challenge)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    public List<SentPhoto> list(long report) {
        return db.sql(LIST_IDS)
                .param("report", report)
                .query((row, _) ->
                        new SentPhoto(row.getString("photo_id"), row.getLong("likeness")))
                .list();
    }

    public byte[] getBytes(long report, String photo) {
        return db.sql(GET_BYTES)
                .param("report", report)
                .param("photo", photo)
                .query((row, _) -> row.getBytes("bytes"))
                .single();
    }

    /// Photos of other reports that wait and look like this.
    public List<String> listAlike(long report, long likeness, int distance) {
        return db.sql(LIST_ALIKE)
                .param("report", report)
                .param("likeness", likeness)
                .param("distance", distance)
                .query((row, _) -> row.getString("photo_id"))
                .list();
    }

    public void drop(long report) {
        db.sql(DROP).param("report", report).update();
    }

    /// Drops what a server left that was killed between deciding and dropping.
    public int dropDecided() {
        return db.sql(DROP_DECIDED).update();
    }
}
