package city.gewu.evidence.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.model.PhotoHeader;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is known of the photos that were kept.
@Repository
public class PhotoStore {

    private static final String ADD_PHOTO =
            """
            -- evidence.addPhoto
            with photo as (
              insert into evidence.photo (photo_id, media_type, bytes, width, height)
              values (:id, :mediaType, :bytes, :width, :height)
              on conflict (photo_id) do nothing
            )
            insert into evidence.upload (photo_id, kept_by, kept_at)
            values (:id, :by, :at)
            on conflict (photo_id, kept_by) do nothing
            """;

    private static final String FIND_PHOTO =
            """
            -- evidence.findPhoto
            select
              media_type,
              bytes
            from evidence.photo
            where photo_id = :id
            """;

    private static final String WAS_KEPT_BY =
            """
            -- evidence.wasKeptBy
            select exists (
              select 1
              from evidence.upload
              where photo_id = :id
                and kept_by = :by
            )
            """;

    private final JdbcClient db;

    PhotoStore(JdbcClient db) {
        this.db = db;
    }

    /// Notes a photo and who brought it in; one that is known already stays as it is.
    public void addPhoto(PhotoId id, PhotoHeader header, long bytes, String by, Instant at) {
        db.sql(ADD_PHOTO)
                .param("id", id.value())
                .param("mediaType", header.mediaType())
                .param("bytes", bytes)
                .param("width", header.width())
                .param("height", header.height())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    public Optional<KnownPhoto> findPhoto(PhotoId id) {
        return db.sql(FIND_PHOTO)
                .param("id", id.value())
                .query((row, _) ->
                        new KnownPhoto(row.getString("media_type"), row.getLong("bytes")))
                .optional();
    }

    public boolean wasKeptBy(PhotoId id, String by) {
        return db.sql(WAS_KEPT_BY)
                .param("id", id.value())
                .param("by", by)
                .query(Boolean.class)
                .single();
    }

    public record KnownPhoto(String mediaType, long bytes) {}
}
