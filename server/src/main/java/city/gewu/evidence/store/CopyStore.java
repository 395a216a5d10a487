package city.gewu.evidence.store;

import city.gewu.evidence.Evidence.PhotoId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which copies there are of a photo.
@Repository
public class CopyStore {

    private static final String ADD_COPY =
            """
            -- evidence.addCopy
            insert into evidence.photo_copy (photo_id, kind, copy_sha, media_type, bytes)
            values (:id, :kind, :sha, :mediaType, :bytes)
            on conflict (photo_id, kind) do nothing
            """;

    private static final String FIND_COPY =
            """
            -- evidence.findCopy
            select
              copy_sha,
              media_type,
              bytes
            from evidence.photo_copy
            where photo_id = :id
              and kind = :kind
            """;

    private final JdbcClient db;

    CopyStore(JdbcClient db) {
        this.db = db;
    }

    /// Kinds of copies: whole without the sealed facts, and small for lists.
    public enum CopyKind {
        SHOWN("shown"),
        SMALL("small");

        private final String kept;

        CopyKind(String kept) {
            this.kept = kept;
        }
    }

    public void addCopy(PhotoId id, CopyKind kind, KnownCopy copy) {
        db.sql(ADD_COPY)
                .param("id", id.value())
                .param("kind", kind.kept)
                .param("sha", copy.sha())
                .param("mediaType", copy.mediaType())
                .param("bytes", copy.bytes())
                .update();
    }

    public Optional<KnownCopy> findCopy(PhotoId id, CopyKind kind) {
        return db.sql(FIND_COPY)
                .param("id", id.value())
                .param("kind", kind.kept)
                .query((row, _) ->
                        new KnownCopy(
                                row.getString("copy_sha"),
                                row.getString("media_type"),
                                row.getLong("bytes")))
                .optional();
    }

    /// @param sha name of its bytes on the shelf
    public record KnownCopy(String sha, String mediaType, long bytes) {}
}
