package city.gewu.territory.store;

import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The city's settings and its levels.
@Repository
public class CityStore {

    private static final String FIND_CITY =
            """
            select code, name_zh, name_en, zone, longitude, latitude, zoom, demo
            from territory.city
            """;

    private static final String LIST_LEVELS =
            """
            select depth, code, name_zh, name_en, parent
            from territory.level
            order by depth
            """;

    private static final String FIND_REVISION =
            """
            -- territory.findRevision
            select revision
            from territory.city
            """;

    private static final String LOCK_CITY =
            """
            select code
            from territory.city
            for update
            """;

    private static final String ADVANCE_REVISION =
            """
            update territory.city
            set revision = revision + 1
            """;

    private static final String SAVE_CITY =
            """
            insert into territory.city
              (code, name_zh, name_en, zone, longitude, latitude, zoom, demo)
            values
              (:code, :nameZh, :nameEn, :zone, :longitude, :latitude, :zoom, :demo)
            on conflict (single) do update set
              code = excluded.code,
              name_zh = excluded.name_zh,
              name_en = excluded.name_en,
              zone = excluded.zone,
              longitude = excluded.longitude,
              latitude = excluded.latitude,
              zoom = excluded.zoom,
              demo = excluded.demo,
              revision = territory.city.revision + 1
            """;

    private static final String DELETE_LEVELS =
            """
            delete from territory.level
            """;

    private static final String INSERT_LEVELS =
            """
            insert into territory.level (depth, code, name_zh, name_en, parent)
            select *
            from unnest(:depths::int[], :codes::text[], :namesZh::text[], :namesEn::text[],
              :parents::text[])
            """;

    private final JdbcClient db;

    CityStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<City> findCity() {
        List<Level> levels = db.sql(LIST_LEVELS).query(CityStore::level).list();
        return db.sql(FIND_CITY).query((row, _) -> city(row, levels)).optional();
    }

    /// Grows with every change of city, units or base map; empty before a city is set up.
    public Optional<Long> findRevision() {
        return db.sql(FIND_REVISION).query((row, _) -> row.getLong("revision")).optional();
    }

    /// Makes other writers of the geography wait until this transaction ends.
    public void lockCity() {
        db.sql(LOCK_CITY).query((row, _) -> row.getString("code")).optional();
    }

    public void advanceRevision() {
        db.sql(ADVANCE_REVISION).update();
    }

    public void saveCity(City city) {
        db.sql(SAVE_CITY)
                .param("code", city.code())
                .param("nameZh", city.name().zh())
                .param("nameEn", city.name().en())
                .param("zone", city.zone().getId())
                .param("longitude", city.centreLongitude())
                .param("latitude", city.centreLatitude())
                .param("zoom", city.zoom())
                .param("demo", city.demo())
                .update();
        var levels = city.levels();
        db.sql(DELETE_LEVELS).update();
        db.sql(INSERT_LEVELS)
                .param("depths", levels.stream().map(Level::depth).toArray(Integer[]::new))
                .param("codes", levels.stream().map(Level::code).toArray(String[]::new))
                .param("namesZh", levels.stream().map(l -> l.name().zh()).toArray(String[]::new))
                .param("namesEn", levels.stream().map(l -> l.name().en()).toArray(String[]::new))
                .param("parents", levels.stream().map(Level::parent).toArray(String[]::new))
                .update();
    }

    private static City city(ResultSet row, List<Level> levels) throws SQLException {
        return new City(
                row.getString("code"),
                new Named(row.getString("name_zh"), row.getString("name_en")),
                ZoneId.of(row.getString("zone")),
                levels,
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                row.getDouble("zoom"),
                row.getBoolean("demo"));
    }

    private static Level level(ResultSet row, int number) throws SQLException {
        return new Level(
                row.getInt("depth"),
                row.getString("code"),
                new Named(row.getString("name_zh"), row.getString("name_en")),
                row.getString("parent"));
    }
}
