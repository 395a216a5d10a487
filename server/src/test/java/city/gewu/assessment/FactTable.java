package city.gewu.assessment;

import city.gewu.platform.Moments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Facts of `indicator-facts.txt`, written by hand as the other modules would have left them.
public final class FactTable {

    private static final Path FILE = Path.of("src/test/resources/indicator-facts.txt");

    private static final String CASE =
            """
            insert into casework.case_file (
              case_id, case_no, version, head, state, source, category, description, address,
              places, reporter, department, reported_at, filed_at, dispatched_at, due_at,
              first_due_at, handled_at, ended_at, failed_checks, extensions, returns, waived)
            values (
              :id, 'T' || :id, 1, decode(repeat('00', 32), 'hex'), :state, :source, :category, 'd',
              'a', array['BOS', :ward], :reporter, :department, :reported, :filed, :dispatched,
              :due, :due, :handled, :ended, :failed, :extensions, :returns, :waived)
            """;
    private static final String EVENT =
            """
            insert into casework.case_event
              (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
            values (:id, :seq, :kind, :at, :at, :person, '{}', '', '')
            """;
    private static final String TASK =
            """
            insert into patrol.task (
              case_id, kind, round, asked_at, state, person_id, given_at, due_at, outcome, at,
              received_at, far)
            values (:id, :kind, :round, :given, :state, :person, :given, :due, :outcome, :done,
              :done, :far)
            """;
    private static final String DUTY =
            """
            insert into patrol.duty (
              person_id, phone_from, phone_to, skew_ms, started_at, ended_at, ended_by, inside,
              distance_m, level, unit)
            values (:person, :start, :end, 0, :start, :end, :by, :inside, 0, 'ward', '01')
            """;
    private static final String RATING =
            """
            with sent as (
              insert into engagement.report (
                client_id, code, kind, state, case_id, source, category, wants_answer, language,
                device, network, sent_at)
              values (:uuid, :code, 'report', 'taken', :id, 'WEB', 'pothole', false, 'zh', 'd', 'n',
                :at)
              returning report_id)
            insert into engagement.rating (report_id, case_id, solved, stars, words, rated_at)
            select report_id, :id, :solved, :stars, '', :at from sent
            """;
    private static final String EMPTY =
            """
            truncate casework.case_file, casework.case_event, patrol.draw, patrol.task,
              patrol.duty_sign, patrol.track, patrol.duty, engagement.rating, engagement.report,
              people.posting, people.person, people.department, catalogue.scheme cascade
            """;
    private static final String SCHEME =
            """
            with kept as (
              insert into catalogue.scheme values ('t', '', '', now()) returning version
            ), laid as (
              insert into catalogue.scheme_in_force (version, since, laid_down_at)
              select version, timestamptz '2000-01-01', now() from kept)
            insert into catalogue.minor_category
            select 't', code, 1, 'INCIDENT', left(code, 3), '', '', '', '', 'source'
            from unnest(array['E0101', 'C0301', 'E0401']) as code
            """;
    private static final String LEVELS =
            """
            insert into territory.level
            values (1, 'city', '', '', ''), (2, 'ward', '', '', 'city')
            on conflict do nothing
            """;
    private static final String POSTING =
            """
            with known as (
              insert into people.person (person_id, staff_no, name)
              values (:person, :person, :person)
              returning person_id)
            insert into people.posting
              (person_id, post, department, level, unit, first_day, last_day)
            select person_id, 'SUPERVISOR', :team, 'ward', :unit, :first, cast(:last as date)
            from known
            """;
    private static final String CONTRACTOR =
            """
            insert into people.department (code, name_zh, name_en, kind)
            values (:code, :code, :code, 'contractor')
            """;

    private final JdbcClient db;
    private final Map<String, Long> cases = new HashMap<>();
    private long next;

    FactTable(JdbcClient db) {
        this.db = db;
    }

    /// One table: what is given, and the figures that must come out.
    ///
    /// @param figures as `kind subject integers = value`
    public record Section(String indicator, List<String> facts, List<String> figures) {}

    public static List<Section> read() throws IOException {
        var sections = new ArrayList<Section>();
        for (var line : Files.readAllLines(FILE)) {
            if (line.startsWith("## ")) {
                sections.add(new Section(line.substring(3), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("=> ")) {
                sections.getLast().figures().add(line.substring(3));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.getLast().facts().add(line);
            }
        }
        return sections;
    }

    /// Takes everything away and puts these facts there.
    public void lay(List<String> facts) {
        db.sql(EMPTY).update();
        db.sql(SCHEME).update();
        db.sql(LEVELS).update();
        cases.clear();
        facts.forEach(this::put);
    }

    private void put(String fact) {
        var words = List.of(fact.split(" "));
        var given = new HashMap<String, String>();
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                given.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        switch (words.getFirst()) {
            case "case" -> putCase(words.get(1), given);
            case "event" -> putEvent(words);
            case "task" -> putTask(words, given);
            case "duty" -> putDuty(words);
            case "rating" -> putRating(words);
            case "posting" -> putPosting(words, given);
            case "contractor" -> db.sql(CONTRACTOR).param("code", words.get(1)).update();
            default -> throw new IllegalArgumentException(fact);
        }
    }

    private void putCase(String name, Map<String, String> given) {
        cases.put(name, ++next);
        var closed = at(given.get("closed"));
        var cancelled = at(given.get("cancelled"));
        String open = given.containsKey("handled") ? "TO_CHECK" : "HANDLING";
        String state = closed != null ? "CLOSED" : cancelled != null ? "CANCELLED" : open;
        boolean clocked = given.containsKey("due") || given.containsKey("handled");
        db.sql(CASE)
                .param("id", next)
                .param("state", given.getOrDefault("state", state))
                .param("source", given.getOrDefault("source", "CITIZEN_APP"))
                .param("category", given.getOrDefault("category", "pothole"))
                .param("ward", given.getOrDefault("ward", "01"))
                .param("reporter", given.getOrDefault("reporter", "somebody"))
                .param("department", given.getOrDefault("department", "PWD"))
                .param("reported", at(given.getOrDefault("reported", "01-01T00:00")))
                .param("filed", at(given.get("filed")))
                .param(
                        "dispatched",
                        at(given.getOrDefault("dispatched", clocked ? "01-01T02:00" : "-")))
                .param("due", at(given.get("due")))
                .param("handled", at(given.get("handled")))
                .param("ended", closed != null ? closed : cancelled)
                .param("failed", Integer.parseInt(given.getOrDefault("failed", "0")))
                .param("extensions", Integer.parseInt(given.getOrDefault("extensions", "0")))
                .param("returns", Integer.parseInt(given.getOrDefault("returns", "0")))
                .param("waived", given.containsKey("waived"))
                .update();
    }

    private void putEvent(List<String> words) {
        db.sql(EVENT)
                .param("id", cases.get(words.get(1)))
                .param("seq", Integer.parseInt(words.get(2)))
                .param("kind", words.get(3))
                .param("at", at(words.get(4)))
                .param("person", words.get(5))
                .update();
    }

    private void putTask(List<String> words, Map<String, String> given) {
        var done = at(given.get("done"));
        db.sql(TASK)
                .param("id", cases.get(words.get(1)))
                .param("kind", words.get(2))
                .param("round", Integer.parseInt(words.get(3)))
                .param("person", words.get(4))
                .param("given", at(given.get("given")))
                .param("due", at(given.get("due")))
                .param("done", done)
                .param("state", given.getOrDefault("state", done == null ? "LATE" : "DONE"))
                .param("outcome", given.getOrDefault("outcome", done == null ? "" : "PASSED"))
                .param("far", given.containsKey("far"))
                .update();
    }

    private void putDuty(List<String> words) {
        boolean byRule = words.getLast().equals("rule");
        var end = at(words.get(3));
        db.sql(DUTY)
                .param("person", words.get(1))
                .param("start", at(words.get(2)))
                .param("end", end)
                .param("by", end == null ? "" : byRule ? "RULE" : "PERSON")
                .param("inside", words.get(4).equals("inside"))
                .update();
    }

    private void putRating(List<String> words) {
        db.sql(RATING)
                .param("uuid", UUID.randomUUID())
                .param("code", UUID.randomUUID().toString())
                .param("id", cases.get(words.get(1)))
                .param("at", at(words.get(2)))
                .param("stars", Integer.parseInt(words.get(3)))
                .param("solved", words.get(4).equals("solved"))
                .update();
    }

    private void putPosting(List<String> words, Map<String, String> given) {
        db.sql(POSTING)
                .param("person", words.get(1))
                .param("unit", words.get(2))
                .param("team", given.getOrDefault("team", ""))
                .param("first", LocalDate.parse("2011-" + words.get(3)))
                .param(
                        "last",
                        words.get(4).equals("-") ? null : LocalDate.parse("2011-" + words.get(4)))
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable String moment) {
        return moment == null || moment.equals("-")
                ? null
                : Moments.utc(Facts.at("2011-" + moment));
    }
}
