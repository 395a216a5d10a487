package city.gewu.facility.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.facility.model.FacilityPhoto;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which photos show which place.
@Repository
public class FacilityPhotoStore {

    private static final String LIST =
            """
            -- facility.listPhotos
            select code, photo, name, small_name, media_type
            from facility.photo
            where code = any(:codes)
            order by code, place
            """;

    private static final String DELETE_OTHERS =
            """
            -- facility.deleteOtherPhotos
            delete from facility.photo
            where code = :code
              and photo <> all(:photos)
            """;

    private static final String SAVE =
            """
            -- facility.savePhotos
            insert into facility.photo
              (code, photo, place, name, small_name, media_type, added_at, added_by)
            select :code, photo, place, name, small_name, media_type, :now, :by
            from unnest(:photos::text[], :places::int[], :names::text[], :smallNames::text[],
              :mediaTypes::text[]) as n (photo, place, name, small_name, media_type)
            on conflict (code, photo) do update
            set place = excluded.place
            """;

    /// Photos of a place that is no more are shown no more.
    private static final String FIND_MEDIA_TYPE =
            """
            -- facility.findPhotoType
            select case when p.name = :name then p.media_type else 'image/jpeg' end as media_type
            from facility.photo p
            join facility.facility f on f.code = p.code
            where (p.name = :name or p.small_name = :name)
              and f.state <> 'REMOVED'
            limit 1
            """;

    private final JdbcClient db;

    FacilityPhotoStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(String code, FacilityPhoto photo) {}

    /// By code of the place; those without one are left out.
    public Map<String, List<FacilityPhoto>> list(Collection<String> codes) {
        var found = new HashMap<String, List<FacilityPhoto>>();
        db.sql(LIST)
                .param("codes", codes.toArray(String[]::new))
                .query(FacilityPhotoStore::read)
                .list()
                .forEach(row ->
                        found.computeIfAbsent(row.code(), _ -> new ArrayList<>()).add(row.photo()));
        return found;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("code"),
                new FacilityPhoto(
                        row.getString("photo"),
                        row.getString("name"),
                        row.getString("small_name"),
                        row.getString("media_type")));
    }

    /// Puts these photos, in their order, in place of those that were there.
    public void replace(String code, List<FacilityPhoto> photos, String by, Instant now) {
        db.sql(DELETE_OTHERS)
                .param("code", code)
                .param("photos", texts(photos, FacilityPhoto::photo))
                .update();
        db.sql(SAVE)
                .param("code", code)
                .param("photos", texts(photos, FacilityPhoto::photo))
                .param("places", IntStream.range(0, photos.size()).boxed().toArray(Integer[]::new))
                .param("names", texts(photos, FacilityPhoto::name))
                .param("smallNames", texts(photos, FacilityPhoto::smallName))
                .param("mediaTypes", texts(photos, FacilityPhoto::mediaType))
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /// The media type of a copy that some place shows, by the copy's name.
    public Optional<String> findMediaType(String name) {
        return db.sql(FIND_MEDIA_TYPE).param("name", name).query(String.class).optional();
    }

    private static String[] texts(
            List<FacilityPhoto> photos, Function<FacilityPhoto, String> part) {
        return photos.stream().map(part).toArray(String[]::new);
    }
}
