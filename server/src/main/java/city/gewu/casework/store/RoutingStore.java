package city.gewu.casework.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.casework.Position;
import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Rule;
import city.gewu.people.Scope;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Versions of the duty list, and the cases that one is tried on.
@Repository
public class RoutingStore {

    private static final int MOST_VERSIONS = 100;

    private static final String LOCK =
            """
            -- casework.lockRouting
            lock table casework.routing in exclusive mode
            """;

    private static final String LIST_VERSIONS =
            """
            -- casework.listRoutings
            select number, since, author, reason
            from casework.routing
            order by number desc
            limit :limit
            """;

    private static final String FIND_IN_FORCE =
            """
            -- casework.findRoutingInForce
            select max(number)
            from casework.routing
            where since <= :now
            """;

    private static final String FIND_NEWEST =
            """
            -- casework.findNewestRouting
            select max(number)
            from casework.routing
            """;

    private static final String LIST_RULES =
            """
            -- casework.listRoutingRules
            select line, category, duty
            from casework.routing_rule
            where number = :number
            order by line
            """;

    private static final String LIST_OFFICES =
            """
            -- casework.listRoutingOffices
            select line, name, unit, department
            from casework.routing_office
            where number = :number
            order by line
            """;

    private static final String INSERT =
            """
            -- casework.insertRouting
            insert into casework.routing (since, author, reason)
            values (:since, :author, :reason)
            returning number
            """;

    private static final String INSERT_RULES =
            """
            -- casework.insertRoutingRules
            insert into casework.routing_rule (number, line, category, duty)
            select :number, line, category, duty
            from unnest(:lines::int[], :categories::text[], :duties::text[])
              as n (line, category, duty)
            """;

    private static final String INSERT_OFFICES =
            """
            -- casework.insertRoutingOffices
            insert into casework.routing_office (number, line, name, unit, department)
            select :number, line, name, unit, department
            from unnest(:lines::int[], :names::text[], :units::text[], :departments::text[])
              as n (line, name, unit, department)
            """;

    private static final String LIST_DISPATCHED =
            """
            -- casework.listDispatchedCases
            select
              f.case_id, f.case_no, f.category, f.places, f.longitude, f.latitude, f.department
            from casework.case_file f
            where f.filed_at >= :from
              and f.filed_at < :until
              and f.department <> ''
              /* filters */
            order by f.filed_at desc
            limit :limit
            """;

    private final JdbcClient db;

    RoutingStore(JdbcClient db) {
        this.db = db;
    }

    /// @param author account id of who put it in force
    public record Version(int number, Instant since, String author, String reason) {}

    /// A case that somebody dispatched.
    public record DispatchedCase(
            long id,
            String caseNo,
            String category,
            List<String> places,
            Optional<Position> position,
            String department) {}

    /// Lets nobody else put a version in force until the transaction ends.
    public void lock() {
        db.sql(LOCK).update();
    }

    /// Number of the list in force: the newest that has begun; empty before the first.
    public Optional<Integer> findInForce(Instant now) {
        return db.sql(FIND_IN_FORCE).param("now", utc(now)).query(Integer.class).optional();
    }

    /// Number of the newest list, which may begin on a later day; empty before the first.
    public Optional<Integer> findNewest() {
        return db.sql(FIND_NEWEST).query(Integer.class).optional();
    }

    /// The newest first.
    public List<Version> listVersions() {
        return db.sql(LIST_VERSIONS)
                .param("limit", MOST_VERSIONS)
                .query((row, _) ->
                        new Version(
                                row.getInt("number"),
                                instant(row, "since"),
                                row.getString("author"),
                                row.getString("reason")))
                .list();
    }

    public Routing getRouting(int number) {
        return new Routing(
                db.sql(LIST_RULES)
                        .param("number", number)
                        .query((row, _) ->
                                new Rule(
                                        row.getInt("line"),
                                        row.getString("category"),
                                        row.getString("duty")))
                        .list(),
                db.sql(LIST_OFFICES)
                        .param("number", number)
                        .query((row, _) ->
                                new Office(
                                        row.getInt("line"),
                                        row.getString("name"),
                                        row.getString("unit"),
                                        row.getString("department")))
                        .list());
    }

    /// @return its number
    public int insert(Routing routing, Instant since, String author, String reason) {
        int number =
                db.sql(INSERT)
                        .param("since", utc(since))
                        .param("author", author)
                        .param("reason", reason)
                        .query(Integer.class)
                        .single();
        var rules = routing.rules();
        db.sql(INSERT_RULES)
                .param("number", number)
                .param("lines", rules.stream().map(Rule::line).toArray(Integer[]::new))
                .param("categories", texts(rules, Rule::category))
                .param("duties", texts(rules, Rule::duty))
                .update();
        var offices = routing.offices();
        db.sql(INSERT_OFFICES)
                .param("number", number)
                .param("lines", offices.stream().map(Office::line).toArray(Integer[]::new))
                .param("names", texts(offices, Office::name))
                .param("units", texts(offices, Office::unit))
                .param("departments", texts(offices, Office::department))
                .update();
        return number;
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /// Cases in sight that were filed in the time and stand with a department, the newest first.
    public List<DispatchedCase> listDispatched(
            Instant from, Instant until, Scope scope, int limit) {
        var where = Sight.narrow(new Where(), scope);
        return db.sql(where.into(LIST_DISPATCHED))
                .params(where.values())
                .param("from", utc(from))
                .param("until", utc(until))
                .param("limit", limit)
                .query((row, _) -> dispatched(row))
                .list();
    }

    private static DispatchedCase dispatched(ResultSet row) throws SQLException {
        @Nullable Double longitude = row.getObject("longitude", Double.class);
        @Nullable Double latitude = row.getObject("latitude", Double.class);
        return new DispatchedCase(
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("category"),
                Texts.list(row.getArray("places")),
                longitude == null || latitude == null
                        ? Optional.empty()
                        : Optional.of(new Position(longitude, latitude)),
                row.getString("department"));
    }
}
