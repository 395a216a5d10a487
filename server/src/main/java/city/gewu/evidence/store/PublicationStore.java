package city.gewu.evidence.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PublishedPhotos.PublishedPhoto;
import city.gewu.evidence.model.Blur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The copies of a case's photos that may be published, every version of them.
@Repository
public class PublicationStore {

    private static final String ADD_PUBLICATION =
            """
            -- evidence.addPublication
            insert into evidence.publication
              (case_id, photo_id, version, blurs, copy_sha, bytes, made_by, made_at)
            select
              :caseId,
              :photoId,
              coalesce(max(version), 0) + 1,
              :blurs,
              :sha,
              :bytes,
              :by,
              :at
            from evidence.publication
            where case_id = :caseId
              and photo_id = :photoId
            having coalesce(max(version), 0) = :seen
            on conflict (case_id, photo_id, version) do nothing
            """;

    private static final String FIND_PUBLICATION =
            """
            -- evidence.findPublication
            select
              version,
              blurs,
              copy_sha,
              bytes
            from evidence.publication
            where case_id = :caseId
              and photo_id = :photoId
            order by version desc
            limit 1
            """;

    private static final String LIST_PUBLISHED =
            """
            -- evidence.listPublished
            select distinct on (case_id, photo_id) case_id, photo_id, copy_sha
            from evidence.publication
            where case_id = any(:caseIds)
            order by case_id, photo_id, version desc
            """;

    private static final String IS_SHOWN =
            """
            -- evidence.isShown
            select exists (
              select 1
              from evidence.publication p
              where p.copy_sha = :sha
                and not exists (
                  select 1
                  from evidence.publication later
                  where later.case_id = p.case_id
                    and later.photo_id = p.photo_id
                    and later.version > p.version))
            """;

    private final JdbcClient db;

    PublicationStore(JdbcClient db) {
        this.db = db;
    }

    /// Adds the version after the one that was seen, 0 for none; false when somebody was quicker.
    public boolean addPublication(OfCase what, Publication next, String by, Instant at) {
        return db.sql(ADD_PUBLICATION)
                        .param("caseId", what.caseId())
                        .param("photoId", what.photo().value())
                        .param("seen", next.version() - 1)
                        .param("blurs", numbers(next.blurs()))
                        .param("sha", next.sha())
                        .param("bytes", next.bytes())
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /// The newest version.
    public Optional<Publication> findPublication(OfCase what) {
        return db.sql(FIND_PUBLICATION)
                .param("caseId", what.caseId())
                .param("photoId", what.photo().value())
                .query((row, _) ->
                        new Publication(
                                row.getInt("version"),
                                blurs(row),
                                row.getString("copy_sha"),
                                row.getLong("bytes")))
                .optional();
    }

    /// The newest version of every photo of the cases that has one.
    public List<PublishedPhoto> listPublished(Collection<Long> caseIds) {
        return db.sql(LIST_PUBLISHED)
                .param("caseIds", caseIds.toArray(Long[]::new))
                .query((row, _) ->
                        new PublishedPhoto(
                                row.getLong("case_id"),
                                new PhotoId(row.getString("photo_id")),
                                row.getString("copy_sha")))
                .list();
    }

    /// Whether the bytes are the newest version of some photo.
    public boolean isShown(String sha) {
        return db.sql(IS_SHOWN).param("sha", sha).query(Boolean.class).single();
    }

    private static double[] numbers(List<Blur> blurs) {
        return blurs.stream()
                .flatMapToDouble(blur -> DoubleStream.of(blur.x(), blur.y(), blur.w(), blur.h()))
                .toArray();
    }

    private static List<Blur> blurs(ResultSet row) throws SQLException {
        var numbers = (Double[]) row.getArray("blurs").getArray();
        var blurs = new ArrayList<Blur>();
        for (int i = 0; i < numbers.length; i += 4) {
            blurs.add(new Blur(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
        }
        return blurs;
    }

    /// A photo as one case carries it.
    public record OfCase(long caseId, PhotoId photo) {}

    /// @param sha name of the copy's bytes on the shelf; it is a JPEG
    public record Publication(int version, List<Blur> blurs, String sha, long bytes) {}
}
