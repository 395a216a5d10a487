package city.gewu.evidence.store;

import city.gewu.evidence.Evidence.Lookalike;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.model.Likeness;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Perceptual hashes and the photos near one of them.
@Repository
public class LikenessStore {

    private static final String ADD_LIKENESS =
            """
            -- evidence.addLikeness
            insert into evidence.likeness (photo_id, bits, band_1, band_2, band_3, band_4)
            values (:id, :bits, :band1, :band2, :band3, :band4)
            on conflict (photo_id) do nothing
            """;

    private static final String FIND_LIKENESS =
            """
            -- evidence.findLikeness
            select bits
            from evidence.likeness
            where photo_id = :id
            """;

    private static final String LIST_NEAR =
            """
            -- evidence.listNear
            select
              photo_id,
              bit_count(cast(bits # :bits as bit(64))) as distance
            from evidence.likeness
            where (band_1 = any(:near1)
                or band_2 = any(:near2)
                or band_3 = any(:near3)
                or band_4 = any(:near4))
              and bit_count(cast(bits # :bits as bit(64))) <= :distance
              and photo_id <> :id
            order by distance, photo_id
            limit :limit
            """;

    private final JdbcClient db;

    LikenessStore(JdbcClient db) {
        this.db = db;
    }

    public void addLikeness(PhotoId id, Likeness likeness) {
        int[] bands = likeness.bands();
        db.sql(ADD_LIKENESS)
                .param("id", id.value())
                .param("bits", likeness.bits())
                .param("band1", bands[0])
                .param("band2", bands[1])
                .param("band3", bands[2])
                .param("band4", bands[3])
                .update();
    }

    public Optional<Likeness> findLikeness(PhotoId id) {
        return db.sql(FIND_LIKENESS)
                .param("id", id.value())
                .query((row, _) -> new Likeness(row.getLong("bits")))
                .optional();
    }

    /// Photos at most so far away, nearest first, without the photo itself.
    ///
    /// @param except id of the photo itself, or empty text when it is not kept
    public List<Lookalike> listNear(String except, Likeness likeness, int distance, int limit) {
        int[][] near = likeness.bandsWithin(distance);
        return db.sql(LIST_NEAR)
                .param("id", except)
                .param("bits", likeness.bits())
                .param("near1", near[0])
                .param("near2", near[1])
                .param("near3", near[2])
                .param("near4", near[3])
                .param("distance", distance)
                .param("limit", limit)
                .query((row, _) ->
                        new Lookalike(
                                new PhotoId(row.getString("photo_id")), row.getInt("distance")))
                .list();
    }
}
