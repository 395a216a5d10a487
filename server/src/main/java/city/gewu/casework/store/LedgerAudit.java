package city.gewu.casework.store;

import city.gewu.casework.store.EventRow.Happened;
import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import city.gewu.engine.ledger.Hashing;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Recomputes the ledger from its own rows: every hash of every case, and the state of each. It
/// goes through the tables in the order of their keys, a page of cases at a time, and needs a
/// transaction that sees one moment.
@Repository
public class LedgerAudit {

    private static final int PAGE = 2000;

    private static final String LIST_STATES =
            """
            -- casework.listStates
            select
            """
                    + CaseLedger.COLUMNS
                    + """
                      from casework.case_file
                     where case_id > :after
                     order by case_id
                     limit :limit
                    """;

    private static final String LIST_EVENTS =
            """
            -- casework.listEvents
            select case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash
              from casework.case_event
             where case_id > :after
               and case_id <= :last
             order by case_id, seq
            """;

    private static final String LIST_STATES_OF_SPAN =
            """
            select
            """
                    + CaseLedger.COLUMNS
                    + """
                      from casework.case_file
                     where case_id > :after
                       and reported_at < :to
                       and (ended_at is null
                         or greatest(ended_at, handled_at, due_at, first_due_at) >= :from)
                     order by case_id
                     limit :limit
                    """;

    private static final String LIST_EVENTS_OF =
            """
            -- casework.listEventsOf
            select case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash
              from casework.case_event
             where case_id = any(:ids)
             order by case_id, seq
            """;

    private static final String LIST_ORPHANS =
            """
            select distinct e.case_id
              from casework.case_event e
             where e.at >= :from
               and e.at < :to
               and not exists (select from casework.case_file f where f.case_id = e.case_id)
            """;

    private final JdbcClient db;
    private final CaseLedger ledger;

    LedgerAudit(JdbcClient db, CaseLedger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    public record Audited(long cases, long events, long broken) {}

    private record State(String caseNo, int version, Hash head, Hash computed) {}

    /// Tells each broken case to `findings`, with its number and the first thing wrong with it.
    public Audited audit(Consumer<String> findings) {
        var run = new Run(ledger.hashing(), findings);
        long after = Long.MIN_VALUE;
        while (true) {
            var states = states(db.sql(LIST_STATES), after, run);
            boolean lastPage = states.size() < PAGE;
            long last = lastPage ? Long.MAX_VALUE : states.lastKey();
            run.check(states, events(after, last));
            if (lastPage) {
                return new Audited(run.cases, run.events, run.broken);
            }
            after = last;
        }
    }

    /// The same for the cases that were alive or fell due in a span of time, and for its events
    /// that have no case.
    public Audited audit(Instant from, Instant to, Consumer<String> findings) {
        var run = new Run(ledger.hashing(), findings);
        run.check(Map.of(), events(listOrphans(from, to)));
        long after = Long.MIN_VALUE;
        while (true) {
            var states =
                    states(
                            db.sql(LIST_STATES_OF_SPAN)
                                    .param("from", Moments.utc(from))
                                    .param("to", Moments.utc(to)),
                            after,
                            run);
            run.check(states, events(states.keySet()));
            if (states.size() < PAGE) {
                return new Audited(run.cases, run.events, run.broken);
            }
            after = states.lastKey();
        }
    }

    private List<Long> listOrphans(Instant from, Instant to) {
        return db.sql(LIST_ORPHANS)
                .param("from", Moments.utc(from))
                .param("to", Moments.utc(to))
                .query((row, _) -> row.getLong("case_id"))
                .list();
    }

    private SortedMap<Long, State> states(StatementSpec statement, long after, Run run) {
        var states = new TreeMap<Long, State>();
        statement
                .param("after", after)
                .param("limit", PAGE)
                .query(row -> {
                    var columns = CaseRow.read(row);
                    states.put(
                            columns.number(CaseColumn.CASE_ID),
                            new State(
                                    columns.text(CaseColumn.CASE_NO),
                                    (int) columns.number(CaseColumn.VERSION),
                                    Hash.of(row.getBytes("head")),
                                    run.hashing.hash(columns.canonical(run.bytes))));
                });
        return states;
    }

    private Map<Long, List<EventRow>> events(long after, long last) {
        return events(db.sql(LIST_EVENTS).param("after", after).param("last", last));
    }

    private Map<Long, List<EventRow>> events(Collection<Long> ids) {
        return events(db.sql(LIST_EVENTS_OF).param("ids", ids.toArray(Long[]::new)));
    }

    private static Map<Long, List<EventRow>> events(StatementSpec statement) {
        var events = new TreeMap<Long, List<EventRow>>();
        statement
                .withFetchSize(PAGE)
                .query(row -> {
                    var event = toEvent(row);
                    events.computeIfAbsent(event.happened().caseId(), _ -> new ArrayList<>())
                            .add(event);
                });
        return events;
    }

    private static EventRow toEvent(ResultSet row) throws SQLException {
        return new EventRow(
                new Happened(
                        row.getLong("case_id"),
                        row.getInt("seq"),
                        row.getString("kind"),
                        Moments.instant(row, "at"),
                        Moments.instant(row, "recorded_at"),
                        row.getString("actor"),
                        row.getString("details")),
                Hash.of(row.getBytes("state_hash")),
                Hash.of(row.getBytes("hash")));
    }

    private static final class Run {

        private final Hashing hashing;
        private final CanonicalBytes bytes = new CanonicalBytes();
        private final Consumer<String> findings;
        private long cases;
        private long events;
        private long broken;

        Run(Hashing hashing, Consumer<String> findings) {
            this.hashing = hashing;
            this.findings = findings;
        }

        void check(Map<Long, State> states, Map<Long, List<EventRow>> told) {
            var ids = new TreeSet<>(states.keySet());
            ids.addAll(told.keySet());
            for (long id : ids) {
                var history = told.getOrDefault(id, List.of());
                cases++;
                events += history.size();
                var state = Optional.ofNullable(states.get(id));
                findFault(state, history)
                        .ifPresent(fault -> {
                            broken++;
                            findings.accept(
                                    "Case %s: %s"
                                            .formatted(
                                                    state.map(s -> s.caseNo() + " (" + id + ")")
                                                            .orElse("(" + id + ")"),
                                                    fault));
                        });
            }
        }

        private Optional<String> findFault(Optional<State> state, List<EventRow> history) {
            var head = Hash.ZERO;
            int seq = 0;
            for (var event : history) {
                seq++;
                if (event.happened().seq() != seq) {
                    return Optional.of("event %d is missing.".formatted(seq));
                }
                var computed =
                        hashing.link(head, event.happened().canonical(bytes), event.stateHash());
                if (!computed.equals(event.hash())) {
                    return Optional.of(
                            "event %d (%s) is not what was recorded."
                                    .formatted(seq, event.happened().kind()));
                }
                head = event.hash();
            }
            if (state.isEmpty()) {
                return Optional.of("its %d events have no case.".formatted(seq));
            }
            return findFault(state.get(), history, head);
        }

        private static Optional<String> findFault(State state, List<EventRow> history, Hash head) {
            if (state.version() != history.size() || !state.head().equals(head)) {
                return Optional.of(
                        "its state is of version %d, its events end at %d."
                                .formatted(state.version(), history.size()));
            }
            if (history.isEmpty() || !history.getLast().stateHash().equals(state.computed())) {
                return Optional.of("its state is not the one its last event led to.");
            }
            return Optional.empty();
        }
    }
}
