package city.gewu.engagement.store;

import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// What waits for a person who looks, as one person may see it, and where it lies.
@Repository
public class HeldReportStore {

    private static final String LIST =
            """
            -- engagement.listHeld
            select
            """
                    + ReportStore.COLUMNS
                    + """
                    from engagement.report f
                    where f.state = 'held'
                      /* filters */
                    order by f.sent_at, f.report_id
                    limit :limit
                    """;

    private static final String FIND =
            """
            -- engagement.findHeld
            select
            """
                    + ReportStore.COLUMNS
                    + """
                    from engagement.report f
                    where f.report_id = :id
                      and f.state <> 'arriving'
                      /* filters */
                    """;

    private static final String LIST_UNPLACED =
            """
            -- engagement.listUnplaced
            select report_id, longitude, latitude
            from engagement.report
            where places is null
              and report_id > :after
            order by report_id
            limit :limit
            """;

    private static final String PLACE =
            """
            -- engagement.placeReports
            update engagement.report r
            set places = string_to_array(n.places, chr(10))
            from unnest(:ids::bigint[], :places::text[]) as n (report_id, places)
            where r.report_id = n.report_id
            """;

    private final JdbcClient db;
    private final ReportStore reports;

    HeldReportStore(JdbcClient db, ReportStore reports) {
        this.db = db;
        this.reports = reports;
    }

    /// A report whose units nobody has looked up.
    public record Unplaced(long id, Spot spot) {}

    /// @param places code of the unit for each level of the city
    public record Placed(long id, List<String> places) {

        public Placed {
            places = List.copyOf(places);
        }
    }

    /// What waits for a look on the ground in sight, the oldest first; what lies nowhere is for who
    /// sees the whole city.
    public List<SentReport> list(Scope scope, int limit) {
        return inSight(LIST, scope).param("limit", limit).query(reports::read).list();
    }

    /// One that waits or did, when it lies on the ground in sight.
    public Optional<SentReport> find(long id, Scope scope) {
        return inSight(FIND, scope).param("id", id).query(reports::read).optional();
    }

    private StatementSpec inSight(@CompileTimeConstant String statement, Scope scope) {
        var seen = Sight.narrowToGround(new Where(), scope);
        return db.sql(seen.into(statement)).params(seen.values());
    }

    public List<Unplaced> listUnplaced(long after, int limit) {
        return db.sql(LIST_UNPLACED)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Unplaced(
                                row.getLong("report_id"),
                                new Spot(row.getDouble("longitude"), row.getDouble("latitude"))))
                .list();
    }

    public void place(List<Placed> placed) {
        db.sql(PLACE)
                .param("ids", placed.stream().map(Placed::id).toArray(Long[]::new))
                .param(
                        "places",
                        placed.stream()
                                .map(one -> String.join("\n", one.places()))
                                .toArray(String[]::new))
                .update();
    }
}
