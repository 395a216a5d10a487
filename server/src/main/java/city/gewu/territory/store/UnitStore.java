package city.gewu.territory.store;

import city.gewu.platform.Named;
import city.gewu.territory.TerritoryUnit;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.model.UnitVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Units with their outlines, in versions by date.
@Repository
public class UnitStore {

    private static final String LIST_IN_FORCE =
            """
            -- territory.listInForce
            select level, code, valid_from, valid_to, name_zh, name_en, parent, area_m2, shape
            from territory.unit
            where valid_from <= :day
              and (valid_to is null or valid_to > :day)
            order by level, code
            """;

    private static final String LIST_LATEST =
            """
            -- territory.listLatest
            select distinct on (code)
              level, code, valid_from, valid_to, name_zh, name_en, parent, area_m2, shape
            from territory.unit
            where level = :level
            order by code, valid_from desc
            """;

    private static final String LIST_VERSIONS =
            """
            select level, code, valid_from, valid_to, name_zh, name_en, parent, area_m2, shape
            from territory.unit
            where level = :level
              and code = :code
            order by valid_from desc
            limit 500
            """;

    private static final String LIST_CHILDREN =
            """
            -- territory.listChildren
            select unit.level, unit.code, unit.valid_from, unit.valid_to,
              unit.name_zh, unit.name_en, unit.parent, unit.area_m2, unit.shape
            from territory.unit
            join territory.level on level.code = unit.level
            where level.parent = :level
              and unit.parent = any(:codes::text[])
              and unit.valid_to is null
            order by unit.level, unit.code
            """;

    private static final String LIST_LEVELS_WITH_UNITS =
            """
            select distinct level
            from territory.unit
            """;

    private static final String CLOSE_VERSIONS =
            """
            update territory.unit
            set valid_to = :day
            where level = :level
              and code = any(:codes::text[])
              and valid_from < :day
              and valid_to is null
            """;

    private static final String DELETE_VERSIONS_OF =
            """
            delete from territory.unit
            where level = :level
              and code = any(:codes::text[])
              and valid_from = :day
            """;

    private static final String INSERT_VERSIONS =
            """
            insert into territory.unit
              (level, code, valid_from, name_zh, name_en, parent, area_m2, shape)
            select :level, code, :day, name_zh, name_en, parent, area_m2, shape
            from unnest(:codes::text[], :namesZh::text[], :namesEn::text[], :parents::text[],
              :areas::float8[], :shapes::bytea[])
              as new (code, name_zh, name_en, parent, area_m2, shape)
            """;

    private final JdbcClient db;

    UnitStore(JdbcClient db) {
        this.db = db;
    }

    /// Every unit of every level in force on this day, by level and code.
    public List<UnitVersion> listInForce(LocalDate day) {
        return db.sql(LIST_IN_FORCE).param("day", day).query(UnitStore::version).list();
    }

    /// The newest version of each code of a level, also of retired ones.
    public List<UnitVersion> listLatest(String level) {
        return db.sql(LIST_LATEST).param("level", level).query(UnitStore::version).list();
    }

    /// Every version of one unit, the newest first.
    public List<UnitVersion> listVersions(String level, String code) {
        return db.sql(LIST_VERSIONS)
                .param("level", level)
                .param("code", code)
                .query(UnitStore::version)
                .list();
    }

    /// The units of the levels below that these codes hold, in their newest version.
    public List<UnitVersion> listChildren(String level, List<String> codes) {
        return db.sql(LIST_CHILDREN)
                .param("level", level)
                .param("codes", codes.toArray(String[]::new))
                .query(UnitStore::version)
                .list();
    }

    public List<String> listLevelsWithUnits() {
        return db.sql(LIST_LEVELS_WITH_UNITS).query((row, _) -> row.getString("level")).list();
    }

    /// Ends these units the day before; a version that begins on the very day is taken back.
    public void closeVersions(String level, List<String> codes, LocalDate day) {
        for (String statement : List.of(DELETE_VERSIONS_OF, CLOSE_VERSIONS)) {
            db.sql(statement)
                    .param("level", level)
                    .param("codes", codes.toArray(String[]::new))
                    .param("day", day)
                    .update();
        }
    }

    public void insertVersions(String level, List<UnitShape> units, LocalDate day) {
        var writer = new WKBWriter();
        db.sql(INSERT_VERSIONS)
                .param("level", level)
                .param("day", day)
                .param("codes", units.stream().map(UnitShape::code).toArray(String[]::new))
                .param("namesZh", names(units).map(Named::zh).toArray(String[]::new))
                .param("namesEn", names(units).map(Named::en).toArray(String[]::new))
                .param("parents", units.stream().map(u -> u.unit().parent()).toArray(String[]::new))
                .param("areas", units.stream().map(u -> u.unit().areaM2()).toArray(Double[]::new))
                .param(
                        "shapes",
                        units.stream().map(u -> writer.write(u.shape())).toArray(byte[][]::new))
                .update();
    }

    private static Stream<Named> names(List<UnitShape> units) {
        return units.stream().map(unit -> unit.unit().name());
    }

    private static UnitVersion version(ResultSet row, int number) throws SQLException {
        var unit =
                new TerritoryUnit(
                        row.getString("level"),
                        row.getString("code"),
                        new Named(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("parent"),
                        row.getDouble("area_m2"));
        return new UnitVersion(
                new UnitShape(unit, StoredShapes.read(row.getBytes("shape"))),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }
}
