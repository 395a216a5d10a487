package city.gewu.casework.store;

import city.gewu.casework.CaseId;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.engine.ledger.Hash;
import city.gewu.engine.ledger.Hashing;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger of cases, and the only way a case changes: for each move one event and the state it
/// leads to, guarded by the version it was decided on.
@Repository
public class CaseLedger {

    static final String COLUMNS =
            """
            case_id, case_no, origin, origin_id, version, state, source, category, condition,
            description, address, longitude, latitude, places, flags, photos_before, photos_after,
            photos_check, reporter, handler, checker, department, assisting, assisted, round,
            returns, extensions, failed_checks, limit_amount, limit_unit, calendar,
            clock_start_at, due_at, warn_at, first_due_at, signal, request, request_reason,
            review_on, suspended_at, previous_state, reported_at, filed_at, dispatched_at,
            handled_at, checked_at, ended_at, reason, merged_into, appeal, waived, signal_at, head
            """;

    private static final String FIND =
            """
            -- casework.find
            select
            """
                    + COLUMNS
                    + """
                      from casework.case_file
                     where case_id = :caseId
                    """;

    private static final String LOCK_DUE =
            """
            -- casework.lockDue
            select
            """
                    + COLUMNS
                    + """
                      from casework.case_file
                     where signal_at <= :now
                     order by signal_at
                     limit :limit
                       for update skip locked
                    """;

    private static final String OPEN_CASES =
            """
            -- casework.openCases
            with told as (
              insert into casework.case_event
                (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
              select case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash
                from unnest(cast(cast(:events as text[]) as casework.event_row[]))
            )
            insert into casework.case_file (
            """
                    + COLUMNS
                    + """
                    )
                    select
                    """
                    + COLUMNS
                    + """
                      from unnest(cast(cast(:files as text[]) as casework.case_row[]))
                    """;

    private static final String MOVE_CASES =
            """
            -- casework.moveCases
            with moved as (
              update casework.case_file f
                 set version = n.version,
                     head = n.head,
                     state = n.state,
                     category = n.category,
                     condition = n.condition,
                     photos_after = n.photos_after,
                     photos_check = n.photos_check,
                     handler = n.handler,
                     checker = n.checker,
                     department = n.department,
                     assisting = n.assisting,
                     assisted = n.assisted,
                     round = n.round,
                     returns = n.returns,
                     extensions = n.extensions,
                     failed_checks = n.failed_checks,
                     limit_amount = n.limit_amount,
                     limit_unit = n.limit_unit,
                     calendar = n.calendar,
                     clock_start_at = n.clock_start_at,
                     due_at = n.due_at,
                     warn_at = n.warn_at,
                     first_due_at = n.first_due_at,
                     signal = n.signal,
                     signal_at = n.signal_at,
                     request = n.request,
                     request_reason = n.request_reason,
                     review_on = n.review_on,
                     suspended_at = n.suspended_at,
                     previous_state = n.previous_state,
                     filed_at = n.filed_at,
                     dispatched_at = n.dispatched_at,
                     handled_at = n.handled_at,
                     checked_at = n.checked_at,
                     ended_at = n.ended_at,
                     reason = n.reason,
                     merged_into = n.merged_into,
                     appeal = n.appeal,
                     waived = n.waived
                from unnest(cast(cast(:files as text[]) as casework.case_row[])) n
               where f.case_id = n.case_id
                 and f.version = n.version - 1
              returning f.case_id
            ), told as (
              insert into casework.case_event
                (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
              select e.case_id, e.seq, e.kind, e.at, e.recorded_at, e.actor, e.details,
                     e.state_hash, e.hash
                from unnest(cast(cast(:events as text[]) as casework.event_row[])) e
                join moved on moved.case_id = e.case_id
            )
            select case_id
              from moved
            """;

    private static final String NEXT_IDS =
            """
            select nextval('casework.case_id') as case_id
              from generate_series(1, :count)
            """;

    private static final String FIND_ORIGINS =
            """
            -- casework.findOrigins
            select origin_id, case_id
              from casework.case_file
             where origin = :origin
               and origin <> ''
               and origin_id = any(:originIds)
            """;

    private static final String FIND_ORIGIN =
            """
            -- casework.findOrigin
            select case_id
              from casework.case_file
             where origin = :origin
               and origin <> ''
               and origin_id = :originId
            """;

    private static final String COPY_FILES = "copy casework.case_file (" + COLUMNS + ") from stdin";

    private static final String COPY_EVENTS =
            """
            copy casework.case_event
              (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
            from stdin
            """;

    private final JdbcClient db;
    private final CopyIn copy;
    private final SearchStore search;
    private final String digest;

    CaseLedger(
            JdbcClient db,
            CopyIn copy,
            SearchStore search,
            @Value("${gewu.ledger-digest:SHA-256}") String digest) {
        this.db = db;
        this.copy = copy;
        this.search = search;
        this.digest = digest;
    }

    /// A chain of one's own to link entries with.
    public CaseChain chain() {
        return new CaseChain(hashing());
    }

    Hashing hashing() {
        return Hashing.named(digest);
    }

    public Optional<Kept> find(CaseId id) {
        return db.sql(FIND).param("caseId", id.value()).query(CaseLedger::toKept).optional();
    }

    static Kept toKept(ResultSet row, int number) throws SQLException {
        var columns = CaseRow.read(row);
        return new Kept(
                FileColumns.read(columns),
                (int) columns.number(CaseColumn.VERSION),
                Hash.of(row.getBytes("head")));
    }

    /// Cases whose clock has something to say, longest due first, held until the transaction ends;
    /// those another scanner holds are left to it. Served by index `case_file_signal_at`.
    public List<Kept> lockDue(Instant now, int limit) {
        return db.sql(LOCK_DUE)
                .param("now", Moments.utc(now))
                .param("limit", limit)
                .query(CaseLedger::toKept)
                .list();
    }

    /// Fresh ids in ascending order. Ids of cases that were not kept in the end are lost.
    public List<Long> nextIds(int count) {
        return db.sql(NEXT_IDS)
                .param("count", count)
                .query((row, _) -> row.getLong("case_id"))
                .list();
    }

    /// Cases by the ids under which this origin brought them in; ids it did not bring are left out.
    public Map<String, CaseId> findOrigins(String origin, Collection<String> originIds) {
        var found = new HashMap<String, CaseId>();
        db.sql(FIND_ORIGINS)
                .param("origin", origin)
                .param("originIds", originIds.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("origin_id"), new CaseId(row.getLong("case_id")));
                });
        return found;
    }

    public Optional<CaseId> findOrigin(Origin origin) {
        return db.sql(FIND_ORIGIN)
                .param("origin", origin.system())
                .param("originId", origin.id())
                .query((row, _) -> new CaseId(row.getLong("case_id")))
                .optional();
    }

    /// Appends entries of different cases, all or those still good: the answer has the cases whose
    /// entry was taken, and the others are stale. Entries that open cases among others that move
    /// them need a transaction; entries of one kind are one statement.
    public Set<CaseId> append(List<Entry> entries) {
        var opening = entries.stream().filter(Entry::opening).toList();
        var moving = entries.stream().filter(entry -> !entry.opening()).toList();
        var taken = new HashSet<CaseId>();
        if (!opening.isEmpty()) {
            db.sql(OPEN_CASES)
                    .param("files", states(opening))
                    .param("events", events(opening))
                    .update();
            search.addWords(opening.stream().map(entry -> entry.kept().file()).toList());
            opening.forEach(entry -> taken.add(entry.id()));
        }
        if (!moving.isEmpty()) {
            taken.addAll(
                    db.sql(MOVE_CASES)
                            .param("files", states(moving))
                            .param("events", events(moving))
                            .query((row, _) -> new CaseId(row.getLong("case_id")))
                            .list());
        }
        return taken;
    }

    /// Brings new cases in with all that happened to them so far: each list is one case, from its
    /// opening to where it stands. Call it in a transaction.
    public void copy(List<List<Entry>> stories) {
        copy.lines(
                COPY_FILES,
                stories,
                (story, lines) -> {
                    story.getLast().writeState(lines);
                    lines.endLine();
                });
        copy.lines(
                COPY_EVENTS,
                stories,
                (story, lines) ->
                        story.forEach(entry -> {
                            entry.event().write(lines);
                            lines.endLine();
                        }));
        search.addWords(stories.stream().map(story -> story.getFirst().kept().file()).toList());
    }

    private static String[] states(List<Entry> entries) {
        return entries.stream()
                .map(entry -> {
                    var literal = new RowText.Literal();
                    entry.writeState(literal);
                    return literal.end();
                })
                .toArray(String[]::new);
    }

    private static String[] events(List<Entry> entries) {
        return entries.stream()
                .map(entry -> {
                    var literal = new RowText.Literal();
                    entry.event().write(literal);
                    return literal.end();
                })
                .toArray(String[]::new);
    }
}
