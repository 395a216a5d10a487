package city.gewu.territory.store;

import city.gewu.territory.model.BaseFeature;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The features of the base map.
@Repository
public class BaseFeatureStore {

    private static final int BATCH = 5_000;

    private static final String LIST_ALL =
            """
            -- territory.listAll
            select layer, class, name, shape
            from territory.base_feature
            order by feature_id
            """;

    private static final String DELETE_ALL =
            """
            delete from territory.base_feature
            """;

    private static final String INSERT_ALL =
            """
            insert into territory.base_feature (layer, class, name, shape)
            select *
            from unnest(:layers::text[], :kinds::text[], :names::text[], :shapes::bytea[])
            """;

    private final JdbcClient db;

    BaseFeatureStore(JdbcClient db) {
        this.db = db;
    }

    public List<BaseFeature> listAll() {
        return db.sql(LIST_ALL)
                .query((row, _) ->
                        new BaseFeature(
                                row.getString("layer"),
                                row.getString("class"),
                                row.getString("name"),
                                StoredShapes.read(row.getBytes("shape"))))
                .list();
    }

    public void replaceAll(List<BaseFeature> features) {
        db.sql(DELETE_ALL).update();
        var writer = new WKBWriter();
        for (int from = 0; from < features.size(); from += BATCH) {
            var batch = features.subList(from, Math.min(features.size(), from + BATCH));
            db.sql(INSERT_ALL)
                    .param("layers", batch.stream().map(BaseFeature::layer).toArray(String[]::new))
                    .param("kinds", batch.stream().map(BaseFeature::kind).toArray(String[]::new))
                    .param("names", batch.stream().map(BaseFeature::name).toArray(String[]::new))
                    .param(
                            "shapes",
                            batch.stream().map(f -> writer.write(f.shape())).toArray(byte[][]::new))
                    .update();
        }
    }
}
