package city.gewu.evidence.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.evidence.Evidence.PhotoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Uploads that come in pieces.
@Repository
public class UploadStore {

    private static final String ADD_UPLOAD =
            """
            -- evidence.addUpload
            insert into evidence.resumable_upload
              (upload_id, owner, length, metadata, created_at, expires_at)
            values (:id, :owner, :length, :metadata, :createdAt, :expiresAt)
            """;

    private static final String FIND_UPLOAD =
            """
            -- evidence.findUpload
            select
              upload_id,
              owner,
              length,
              metadata,
              created_at,
              expires_at,
              photo_id
            from evidence.resumable_upload
            where upload_id = :id
              and owner = :owner
              and expires_at > :now
            """;

    private static final String BYTES_SINCE =
            """
            -- evidence.bytesSince
            select coalesce(sum(length), 0)
            from evidence.resumable_upload
            where owner = :owner
              and created_at > :since
            """;

    private static final String FINISH_UPLOAD =
            """
            -- evidence.finishUpload
            update evidence.resumable_upload
            set photo_id = :photoId
            where upload_id = :id
            """;

    private static final String REMOVE_UPLOAD =
            """
            -- evidence.removeUpload
            delete from evidence.resumable_upload
            where upload_id = :id
            """;

    private static final String REMOVE_EXPIRED =
            """
            -- evidence.removeExpired
            delete from evidence.resumable_upload
            where upload_id in (
              select upload_id
              from evidence.resumable_upload
              where expires_at <= :now
              order by expires_at
              limit :limit
            )
            returning upload_id
            """;

    private final JdbcClient db;

    UploadStore(JdbcClient db) {
        this.db = db;
    }

    public void addUpload(Upload upload) {
        db.sql(ADD_UPLOAD)
                .param("id", upload.id())
                .param("owner", upload.owner())
                .param("length", upload.length())
                .param("metadata", upload.metadata())
                .param("createdAt", utc(upload.createdAt()))
                .param("expiresAt", utc(upload.expiresAt()))
                .update();
    }

    /// An upload of this person's own that has not expired.
    public Optional<Upload> findUpload(UUID id, String owner, Instant now) {
        return db.sql(FIND_UPLOAD)
                .param("id", id)
                .param("owner", owner)
                .param("now", utc(now))
                .query((row, _) -> upload(row))
                .optional();
    }

    /// Bytes that a person announced since then.
    public long bytesSince(String owner, Instant since) {
        return db.sql(BYTES_SINCE)
                .param("owner", owner)
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    public void finishUpload(UUID id, PhotoId photo) {
        db.sql(FINISH_UPLOAD).param("id", id).param("photoId", photo.value()).update();
    }

    public void removeUpload(UUID id) {
        db.sql(REMOVE_UPLOAD).param("id", id).update();
    }

    /// Forgets those that expired; answers which.
    public List<UUID> removeExpired(Instant now, int limit) {
        return db.sql(REMOVE_EXPIRED)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> row.getObject("upload_id", UUID.class))
                .list();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getObject("upload_id", UUID.class),
                row.getString("owner"),
                row.getLong("length"),
                row.getString("metadata"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("photo_id")).map(PhotoId::new));
    }

    /// @param metadata as the client sent it, to be given back
    /// @param photo what it became, once it was whole
    public record Upload(
            UUID id,
            String owner,
            long length,
            String metadata,
            Instant createdAt,
            Instant expiresAt,
            Optional<PhotoId> photo) {}
}
