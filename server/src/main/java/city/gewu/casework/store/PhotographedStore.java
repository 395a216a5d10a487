package city.gewu.casework.store;

import city.gewu.evidence.Evidence.PhotoId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds cases by their photos.
@Repository
public class PhotographedStore {

    private static final String LIST_CARRYING =
            """
            -- casework.listCarrying
            select
            """
                    + CaseLedger.COLUMNS
                    + """
                      from casework.case_file
                     where (photos_before || photos_after || photos_check) && cast(:photos as text[])
                       and photos_before || photos_after || photos_check <> '{}'
                     order by reported_at, case_id
                     limit :limit
                    """;

    private final JdbcClient db;

    PhotographedStore(JdbcClient db) {
        this.db = db;
    }

    /// Cases that carry any of the photos, oldest report first. Served by index `case_file_photos`.
    public List<Kept> listCarrying(Collection<PhotoId> photos, int limit) {
        return db.sql(LIST_CARRYING)
                .param("photos", photos.stream().map(PhotoId::value).toArray(String[]::new))
                .param("limit", limit)
                .query(CaseLedger::toKept)
                .list();
    }
}
