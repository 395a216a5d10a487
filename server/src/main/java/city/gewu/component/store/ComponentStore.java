package city.gewu.component.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.component.CityComponent;
import city.gewu.component.ComponentState;
import city.gewu.component.Components.ImportedComponents;
import city.gewu.component.Components.RejectedComponent;
import city.gewu.component.Components.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register and the runs that filled it.
@Repository
public class ComponentStore {

    private static final String SAVE =
            """
            -- component.save
            with saved as (
              insert into component.component as c
                (code, category, name, department, longitude, latitude, state, changed_at)
              select code, category, name, department, longitude, latitude, state, :now
              from unnest(
                :codes::text[], :categories::text[], :names::text[], :departments::text[],
                :longitudes::float8[], :latitudes::float8[], :states::text[])
                as n (code, category, name, department, longitude, latitude, state)
              on conflict (code) do update
              set category = excluded.category,
                name = excluded.name,
                department = excluded.department,
                longitude = excluded.longitude,
                latitude = excluded.latitude,
                state = excluded.state,
                changed_at = excluded.changed_at
              where (c.category, c.name, c.department, c.longitude, c.latitude, c.state)
                is distinct from (excluded.category, excluded.name, excluded.department,
                  excluded.longitude, excluded.latitude, excluded.state)
              returning (c.xmax = 0) as added
            )
            select
              count(*) filter (where added) as added,
              count(*) filter (where not added) as changed
            from saved
            """;

    private static final String SAVE_RUN =
            """
            -- component.saveRun
            insert into component.import_run (
              file, at, rows_read, added, changed, unchanged, rejected)
            values (:file, :now, :read, :added, :changed, :unchanged, :rejected)
            returning run_id
            """;

    private static final String SAVE_REJECTS =
            """
            -- component.saveRejects
            insert into component.reject (run_id, row_no, code, reason, detail)
            select :run, row_no, code, reason, detail
            from unnest(:rows::int[], :codes::text[], :reasons::text[], :details::text[])
              as n (row_no, code, reason, detail)
            """;

    private static final String LIST_IN =
            """
            -- component.listIn
            select code, category, name, department, longitude, latitude, state
            from component.component
            where point(longitude, latitude) <@ box(point(:west, :south), point(:east, :north))
              and state <> 'REMOVED'
              and (:category = '' or category = :category)
            order by point(longitude, latitude) <-> point(:longitude, :latitude)
            limit :limit
            """;

    private static final String FIND =
            """
            -- component.find
            select code, category, name, department, longitude, latitude, state
            from component.component
            where code = :code
            """;

    private static final String LIST_OWNERS =
            """
            -- component.listOwners
            select coalesce(owner.department, '') as department
            from unnest(
              :longitudes::float8[], :latitudes::float8[], :across::float8[], :categories::text[])
              with ordinality as spot (longitude, latitude, across, category, position)
            left join lateral (
              select c.department
              from component.component c
              where point(c.longitude, c.latitude)
                  <@ box(
                    point(spot.longitude - spot.across, spot.latitude - :up),
                    point(spot.longitude + spot.across, spot.latitude + :up))
                and c.category = spot.category
                and c.state <> 'REMOVED'
                and c.department <> ''
              order by point(c.longitude, c.latitude) <-> point(spot.longitude, spot.latitude)
              limit 1
            ) owner on true
            order by spot.position
            """;

    private final JdbcClient db;

    ComponentStore(JdbcClient db) {
        this.db = db;
    }

    public record Saved(int added, int changed) {}

    /// A box around a point, in degrees.
    public record Around(double longitude, double latitude, double across, double up) {}

    /// @param up degrees of latitude that count as close by
    public List<String> listOwners(List<Spot> spots, ToDoubleFunction<Spot> across, double up) {
        return db.sql(LIST_OWNERS)
                .param("longitudes", spots.stream().map(Spot::longitude).toArray(Double[]::new))
                .param("latitudes", spots.stream().map(Spot::latitude).toArray(Double[]::new))
                .param("across", spots.stream().map(across::applyAsDouble).toArray(Double[]::new))
                .param("categories", spots.stream().map(Spot::category).toArray(String[]::new))
                .param("up", up)
                .query((row, _) -> row.getString("department"))
                .list();
    }

    public Saved save(List<CityComponent> all, Instant now) {
        return db.sql(SAVE)
                .param("now", utc(now))
                .param("codes", texts(all, CityComponent::code))
                .param("categories", texts(all, CityComponent::category))
                .param("names", texts(all, CityComponent::name))
                .param("departments", texts(all, CityComponent::department))
                .param(
                        "longitudes",
                        all.stream().map(CityComponent::longitude).toArray(Double[]::new))
                .param(
                        "latitudes",
                        all.stream().map(CityComponent::latitude).toArray(Double[]::new))
                .param("states", texts(all, one -> one.state().name()))
                .query((row, _) -> new Saved(row.getInt("added"), row.getInt("changed")))
                .single();
    }

    public void saveRun(String file, ImportedComponents done, Instant now) {
        long run =
                db.sql(SAVE_RUN)
                        .param("file", file)
                        .param("now", utc(now))
                        .param("read", done.read())
                        .param("added", done.added())
                        .param("changed", done.changed())
                        .param("unchanged", done.unchanged())
                        .param("rejected", done.rejected().size())
                        .query(Long.class)
                        .single();
        var rejected = done.rejected();
        db.sql(SAVE_REJECTS)
                .param("run", run)
                .param(
                        "rows",
                        rejected.stream().map(RejectedComponent::row).toArray(Integer[]::new))
                .param("codes", texts(rejected, RejectedComponent::code))
                .param("reasons", texts(rejected, RejectedComponent::reason))
                .param("details", texts(rejected, RejectedComponent::detail))
                .update();
    }

    public List<CityComponent> listIn(Around around, String category, int limit) {
        return db.sql(LIST_IN)
                .param("west", around.longitude() - around.across())
                .param("east", around.longitude() + around.across())
                .param("south", around.latitude() - around.up())
                .param("north", around.latitude() + around.up())
                .param("longitude", around.longitude())
                .param("latitude", around.latitude())
                .param("category", category)
                .param("limit", limit)
                .query(ComponentStore::read)
                .list();
    }

    public Optional<CityComponent> find(String code) {
        return db.sql(FIND).param("code", code).query(ComponentStore::read).optional();
    }

    private static CityComponent read(ResultSet row, int number) throws SQLException {
        return new CityComponent(
                row.getString("code"),
                row.getString("category"),
                row.getString("name"),
                row.getString("department"),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                ComponentState.valueOf(row.getString("state")));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
