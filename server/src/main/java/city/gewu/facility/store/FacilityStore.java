package city.gewu.facility.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.facility.Facilities.ImportedFacilities;
import city.gewu.facility.Facilities.RejectedFacility;
import city.gewu.facility.Facility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.FacilityState;
import city.gewu.facility.OpeningHours;
import city.gewu.platform.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register and the runs that filled it.
@Repository
public class FacilityStore {

    private static final String COLUMNS =
            """
            code, kind, name_zh, name_en, address, hours, accessible, fee, phone, state, longitude,
            latitude
            """;

    private static final String SAVE =
            """
            -- facility.save
            with saved as (
              insert into facility.facility as f
                (code, kind, name_zh, name_en, address, hours, accessible, fee, phone, state,
                 longitude, latitude, changed_at, changed_by)
              select code, kind, name_zh, name_en, address, hours, accessible, fee, phone, state,
                longitude, latitude, :now, :by
              from unnest(
                :codes::text[], :kinds::text[], :namesZh::text[], :namesEn::text[],
                :addresses::text[], :hours::text[], :accessible::boolean[], :fees::text[],
                :phones::text[], :states::text[], :longitudes::float8[], :latitudes::float8[])
                as n (code, kind, name_zh, name_en, address, hours, accessible, fee, phone, state,
                  longitude, latitude)
              on conflict (code) do update
              set kind = excluded.kind,
                name_zh = excluded.name_zh,
                name_en = excluded.name_en,
                address = excluded.address,
                hours = excluded.hours,
                accessible = excluded.accessible,
                fee = excluded.fee,
                phone = excluded.phone,
                state = excluded.state,
                longitude = excluded.longitude,
                latitude = excluded.latitude,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
              where (f.kind, f.name_zh, f.name_en, f.address, f.hours, f.accessible, f.fee, f.phone,
                  f.state, f.longitude, f.latitude)
                is distinct from (excluded.kind, excluded.name_zh, excluded.name_en,
                  excluded.address, excluded.hours, excluded.accessible, excluded.fee,
                  excluded.phone, excluded.state, excluded.longitude, excluded.latitude)
              returning (f.xmax = 0) as added
            )
            select
              count(*) filter (where added) as added,
              count(*) filter (where not added) as changed
            from saved
            """;

    private static final String SAVE_RUN =
            """
            -- facility.saveRun
            insert into facility.import_run (
              file, at, rows_read, added, changed, unchanged, rejected)
            values (:file, :now, :read, :added, :changed, :unchanged, :rejected)
            returning run_id
            """;

    private static final String SAVE_REJECTS =
            """
            -- facility.saveRejects
            insert into facility.reject (run_id, row_no, code, reason, detail)
            select :run, row_no, code, reason, detail
            from unnest(:rows::int[], :codes::text[], :reasons::text[], :details::text[])
              as n (row_no, code, reason, detail)
            """;

    private static final String LIST_IN =
            """
            -- facility.listIn
            select
            """
                    + COLUMNS
                    + """
                    from facility.facility
                    where point(longitude, latitude)
                        <@ box(point(:west, :south), point(:east, :north))
                      and state <> 'REMOVED'
                      and (:kind = '' or kind = :kind)
                    order by point(longitude, latitude) <-> point(:longitude, :latitude)
                    limit :limit
                    """;

    private static final String LIST_ALL =
            "select " + COLUMNS + " from facility.facility order by code";

    private static final String FIND =
            "select " + COLUMNS + " from facility.facility where code = :code";

    private final JdbcClient db;

    FacilityStore(JdbcClient db) {
        this.db = db;
    }

    public record Saved(int added, int changed) {}

    /// A box around a point, in degrees.
    public record Around(double longitude, double latitude, double across, double up) {}

    public Saved save(List<Facility> all, String by, Instant now) {
        return db.sql(SAVE)
                .param("now", utc(now))
                .param("by", by)
                .param("codes", texts(all, Facility::code))
                .param("kinds", texts(all, one -> one.kind().name()))
                .param("namesZh", texts(all, one -> one.name().zh()))
                .param("namesEn", texts(all, one -> one.name().en()))
                .param("addresses", texts(all, Facility::address))
                .param("hours", texts(all, one -> one.hours().text()))
                .param("accessible", all.stream().map(Facility::accessible).toArray(Boolean[]::new))
                .param("fees", texts(all, Facility::fee))
                .param("phones", texts(all, Facility::phone))
                .param("states", texts(all, one -> one.state().name()))
                .param("longitudes", all.stream().map(Facility::longitude).toArray(Double[]::new))
                .param("latitudes", all.stream().map(Facility::latitude).toArray(Double[]::new))
                .query((row, _) -> new Saved(row.getInt("added"), row.getInt("changed")))
                .single();
    }

    public void saveRun(String file, ImportedFacilities done, Instant now) {
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
                .param("rows", rejected.stream().map(RejectedFacility::row).toArray(Integer[]::new))
                .param("codes", texts(rejected, RejectedFacility::code))
                .param("reasons", texts(rejected, RejectedFacility::reason))
                .param("details", texts(rejected, RejectedFacility::detail))
                .update();
    }

    /// @param kind name of a kind, or empty text for all
    public List<Facility> listIn(Around around, String kind, int limit) {
        return db.sql(LIST_IN)
                .param("west", around.longitude() - around.across())
                .param("east", around.longitude() + around.across())
                .param("south", around.latitude() - around.up())
                .param("north", around.latitude() + around.up())
                .param("longitude", around.longitude())
                .param("latitude", around.latitude())
                .param("kind", kind)
                .param("limit", limit)
                .query(FacilityStore::read)
                .list();
    }

    public List<Facility> listAll() {
        return db.sql(LIST_ALL).query(FacilityStore::read).list();
    }

    public Optional<Facility> find(String code) {
        return db.sql(FIND).param("code", code).query(FacilityStore::read).optional();
    }

    private static Facility read(ResultSet row, int number) throws SQLException {
        return new Facility(
                row.getString("code"),
                FacilityKind.valueOf(row.getString("kind")),
                new Named(row.getString("name_zh"), row.getString("name_en")),
                row.getString("address"),
                OpeningHours.find(row.getString("hours")).orElse(OpeningHours.UNKNOWN),
                row.getBoolean("accessible"),
                row.getString("fee"),
                row.getString("phone"),
                FacilityState.valueOf(row.getString("state")),
                row.getDouble("longitude"),
                row.getDouble("latitude"));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
