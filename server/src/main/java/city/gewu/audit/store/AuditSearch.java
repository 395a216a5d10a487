package city.gewu.audit.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Where;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looking into the log, newest first. Time never falls along the chain, so a span of time is a
/// span of numbers, and each filter is served by the index of its column and the number.
@Repository
public class AuditSearch {

    private static final String LIST =
            """
            -- audit.list
            select seq, at, actor, action, object, outcome, address, details, hash
            from audit.entry
            where seq < :before
            /* filters */
            order by seq desc
            limit :limit
            """;

    private final JdbcClient db;

    AuditSearch(JdbcClient db) {
        this.db = db;
    }

    /// What is looked for; an empty filter asks nothing.
    ///
    /// @param to the first moment that is not asked for any more
    /// @param outcome `done`, the code of a refusal, or `refused` for every refusal
    public record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> actor,
            Optional<String> action,
            Optional<String> object,
            Optional<String> outcome) {}

    /// @param before the number that the page ends before; the largest long for the first page
    public List<LoggedEntry> list(Filter filter, long before, int limit) {
        var where =
                new Where()
                        .and(
                                "seq >= (select e.seq from audit.entry e where e.at >= :from"
                                        + " order by e.at, e.seq limit 1)",
                                "from",
                                moment(filter.from()))
                        .and(
                                "seq <= (select e.seq from audit.entry e where e.at < :to"
                                        + " order by e.at desc, e.seq desc limit 1)",
                                "to",
                                moment(filter.to()))
                        .and("actor = :actor", "actor", value(filter.actor()))
                        .and("action = :action", "action", value(filter.action()))
                        .and("object = :object and object <> ''", "object", value(filter.object()));
        filter.outcome().ifPresent(outcome -> addOutcome(where, outcome));
        return db.sql(where.into(LIST))
                .params(where.values())
                .param("before", before)
                .param("limit", limit)
                .query(LoggedEntry::read)
                .list();
    }

    private static void addOutcome(Where where, String outcome) {
        switch (outcome) {
            case "done" -> where.and("outcome = :outcome", "outcome", outcome);
            case "refused" ->
                    where.and(
                            "outcome <> 'done' and cast(:outcome as text) = 'refused'",
                            "outcome",
                            outcome);
            default -> where.and("outcome = :outcome and outcome <> 'done'", "outcome", outcome);
        }
    }

    private static @Nullable OffsetDateTime moment(Optional<Instant> at) {
        return at.map(instant -> utc(instant)).orElse(null);
    }

    private static @Nullable String value(Optional<String> text) {
        return text.orElse(null);
    }
}
