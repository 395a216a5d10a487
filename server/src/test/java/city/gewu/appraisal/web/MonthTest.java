package city.gewu.appraisal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.AssessedMonths.NewAppeal;
import city.gewu.appraisal.AssessedMonths.Verified;
import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.Casework;
import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.FieldTown;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Worktime;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The assessment of a month from freezing to publishing, against the whole application.
class MonthTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor CENTRE = Actor.system("centre");

    /// Long enough ago for every step to have been made.
    private static YearMonth past;

    private static FieldTown town;
    private static List<Long> late;
    private static String photo;

    @BeforeAll
    static void open() throws Exception {
        town = FieldTown.open();
        past = YearMonth.from(LocalDate.now(ZONE)).minusMonths(2);
        town.hire("assessor", Post.ASSESSOR, "centre", "");
        town.hire("lawyer", Post.LEGAL_REVIEWER, "centre", "");
        town.hire("clerk", Post.SHIFT_LEAD, "roads", "");
        town.hire("mason", Post.HANDLER, "roads", "");
        town.hire("gardener", Post.HANDLER, "parks", "");
        town.hire("guard", Post.SECURITY_ADMINISTRATOR, "centre", "");
        photo = town.photo("mason");
        late = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long id = told(i, i % 5 == 0);
            if (i % 5 == 0) {
                late.add(id);
            }
        }
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void nothingIsFrozen() {
        town.db()
                .sql(
                        """
                        alter table appraisal.month_table disable trigger append_only;
                        alter table appraisal.month_sheet disable trigger append_only;
                        truncate appraisal.month, appraisal.month_table, appraisal.month_sheet,
                          appraisal.appeal, appraisal.exemption;
                        alter table appraisal.month_table enable trigger append_only;
                        alter table appraisal.month_sheet enable trigger append_only;
                        """)
                .update();
    }

    /// A case of the month that the roads department put right, in time or not.
    private static long told(int number, boolean late) {
        var at = past.atDay(3).atTime(9, 0).atZone(ZONE).toInstant().plusSeconds(3600L * number);
        var clock =
                town.bean(Worktime.class)
                        .start(at.plusSeconds(300), new TimeLimit(4, LimitUnit.URGENT_HOUR));
        var done = at.plus(late ? Duration.ofHours(9) : Duration.ofHours(1));
        var problem =
                new Problem(
                        ReportSource.SUPERVISOR,
                        "E0113",
                        Optional.of("1"),
                        "路灯不亮",
                        "路口",
                        Optional.of(new Position(112.02, 31.02)),
                        Optional.empty(),
                        List.of(),
                        List.of());
        var steps =
                List.of(
                        new Step(at.plusSeconds(60), CENTRE, new CaseCommand.Accept()),
                        new Step(
                                at.plusSeconds(120),
                                CENTRE,
                                new CaseCommand.File("E0113", Optional.of("1"))),
                        new Step(
                                at.plusSeconds(300),
                                CENTRE,
                                new CaseCommand.Dispatch("roads", List.of(), Optional.of(clock))),
                        new Step(at.plusSeconds(600), CENTRE, new CaseCommand.TakeUp()),
                        new Step(done, CENTRE, new CaseCommand.ReportHandled("好了", List.of())),
                        new Step(done.plusSeconds(60), CENTRE, new CaseCommand.RequestCheck()),
                        new Step(
                                done.plusSeconds(120),
                                CENTRE,
                                new CaseCommand.PassCheck("", List.of())),
                        new Step(done.plusSeconds(180), CENTRE, new CaseCommand.Close("")));
        var story = new CaseStory("told", "told-" + number, "test", problem, CENTRE, at, steps);
        return town.bean(Casework.class).append(List.of(story)).getFirst()
                        instanceof Added(var id, _, _)
                ? id.value()
                : 0;
    }

    @Test
    void aMonthIsFrozenAppealedAgainstFinishedAndComputedAgainToTheSameBytes() throws Exception {
        var months = town.bean(AssessedMonths.class);
        var frozen = past.plusMonths(1).atDay(1).atTime(9, 0).atZone(ZONE).toInstant();
        months.freeze(past, town.actor("assessor"), frozen);
        var noticed = frozen.plus(Duration.ofHours(24));
        var until = months.giveNotice(past, town.actor("assessor"), noticed);
        assertThat(until).isAfter(noticed.plus(Duration.ofDays(2)));
        long id = months.appeal(past, wish(late), town.actor("mason"), noticed.plusSeconds(60));
        months.decide(id, true, "属实", town.actor("lawyer"), until);
        months.finish(past, town.actor("assessor"), until.plusSeconds(60));
        months.publish(past, town.actor("assessor"), until.plusSeconds(120));

        var before = total(1);
        var after = total(2);
        assertThat(after).isGreaterThan(before);
        assertThat(months.verify(past)).isNotEmpty().allMatch(Verified::whole);
        assertThat(bytes("bytes", 1)).isEqualTo(bytes("recomputed", 1));
        assertThat(bytes("bytes", 2)).isEqualTo(bytes("recomputed", 2));
        assertThat(bytes("bytes", 1)).isNotEqualTo(bytes("bytes", 2));

        // The open ranking of a published month is the one that was signed.
        var open = town.got("assessor", "/open/appraisal?kind=department&period=" + past);
        assertThat(open.get("signed").asBoolean()).isTrue();
        assertThat(open.get("rows"))
                .anySatisfy(row -> {
                    assertThat(row.get("subject").asString()).isEqualTo("roads");
                    assertThat(row.get("total").asDouble()).isEqualTo(after);
                });

        // A case of that time that is told only now shows.
        told(99, true);
        assertThat(months.verify(past)).filteredOn(one -> !one.facts()).isNotEmpty();
    }

    private double total(int version) throws Exception {
        for (var row :
                town.got("assessor", path("/marks/department?version=" + version)).get("rows")) {
            if (row.get("subject").asString().equals("roads")) {
                return row.get("total").asDouble();
            }
        }
        throw new AssertionError("No marks of roads");
    }

    private String bytes(String what, int version) throws Exception {
        return town.phone("assessor")
                .get(path("/%s/department?version=%d".formatted(what, version)))
                .body();
    }

    private static String path(String more) {
        return "/api/appraisal/months/" + past + more;
    }

    @Test
    void anAppealIsTakenFromTheUnitInTimeWithEvidenceAndDecidedByNobodyInvolved() throws Exception {
        step("freeze", 200);
        assertThat(step("finish", 409)).contains("appraisal.not-in-order");
        assertThat(appeal("mason", late, photo)).contains("appraisal.appeal-too-late");
        step("notice", 200);
        var seen = town.got("mason", path(""));
        assertThat(seen.get("appealable").toString()).contains("roads").doesNotContain("parks");
        assertThat(seen.get("may")).isEmpty();
        assertThat(appeal("gardener", late, photo)).contains("appraisal.not-allowed-subject");
        assertThat(appeal("mason", List.of(999_999L), photo))
                .contains("appraisal.case-not-counted");
        assertThat(appeal("mason", late, "0".repeat(64))).contains("appraisal.missing-photo");
        assertThat(appeal("mason", late, photo)).contains("\"id\"");
        assertThat(appeal("mason", late, photo)).contains("appraisal.appealed-before");
        assertThat(step("finish", 409)).contains("appraisal.appeals-open");
        assertThat(town.phone("lawyer").get("/api/photos/" + photo).statusCode()).isEqualTo(200);
        assertThat(town.phone("gardener").get("/api/photos/" + photo).statusCode())
                .isGreaterThanOrEqualTo(403);

        long id = town.got("mason", path("")).get("appeals").get(0).get("id").asLong();
        assertThat(town.got("gardener", path("")).get("appeals")).isEmpty();
        assertThat(decide("assessor", id)).contains("appraisal.scorer-decides");
        assertThat(decide("clerk", id)).contains("appraisal.own-marks");
        assertThat(
                        town.post("mason", decision(id), "{\"granted\":true,\"answer\":\"好\"}")
                                .statusCode())
                .isEqualTo(403);
        var review = town.got("lawyer", path("")).get("appeals").get(0);
        assertThat(review.get("may").toString()).contains("decide");
        assertThat(decide("lawyer", id)).isEmpty();
        assertThat(decide("lawyer", id)).contains("appraisal.decided");
    }

    @Test
    void whatIsPublishedIsSignedAndHasNobodysName() throws Exception {
        finished();
        assertThat(town.phone("assessor").get("/open/months/" + past).body())
                .contains("\"signed\":true", "department")
                .doesNotContain("supervisor");
        assertThat(
                        town.phone("assessor")
                                .get("/open/months/" + past + "/marks/supervisor")
                                .statusCode())
                .isEqualTo(404);
        var page = town.phone("assessor").get("/open/pages/months").body();
        assertThat(page).contains("签名有效", "道路").doesNotContain("mason");
        var notice = town.phone("assessor").get("/open/months/" + past + "/notice");
        assertThat(notice.statusCode()).isEqualTo(200);
        assertThat(notice.body()).startsWith("PK");

        var key = town.got("assessor", "/open/signing-keys").get(0).get("pem").asString();
        var sheet =
                town.db()
                        .sql("select sheet, signature from appraisal.month_sheet where version = 2")
                        .query((row, _) -> List.of(row.getBytes(1), row.getBytes(2)))
                        .single();
        assertThat(verified(key, sheet.get(0), sheet.get(1))).isTrue();
        var changed = Arrays.copyOf(sheet.get(0), sheet.get(0).length);
        changed[0]++;
        assertThat(verified(key, changed, sheet.get(1))).isFalse();
    }

    private static boolean verified(String pem, byte[] sheet, byte[] signature) throws Exception {
        var encoded = pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
        var check = Signature.getInstance("Ed25519");
        check.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(encoded))));
        check.update(sheet);
        return check.verify(signature);
    }

    @Test
    void anOlderKeyStaysToVerifyWhatItSignedAndTheFrozenCannotBeChanged() throws Exception {
        finished();
        assertThat(town.post("guard", "/api/appraisal/signing-keys", "{}").statusCode())
                .isEqualTo(201);
        assertThat(town.bean(AssessedMonths.class).verify(past)).allMatch(Verified::signature);
        assertThat(town.got("assessor", "/open/signing-keys").size()).isGreaterThan(1);
        assertThatThrownBy(() ->
                        town.db().sql("update appraisal.month_table set marks = facts").update())
                .hasMessageContaining("What was frozen stays");
    }

    private static void finished() {
        var months = town.bean(AssessedMonths.class);
        var frozen = past.plusMonths(1).atDay(1).atTime(9, 0).atZone(ZONE).toInstant();
        var assessor = town.actor("assessor");
        months.freeze(past, assessor, frozen);
        var until = months.giveNotice(past, assessor, frozen.plusSeconds(60));
        months.finish(past, assessor, until);
        months.publish(past, assessor, until);
    }

    @Test
    void aMonthThatIsNotOverIsNotFrozenAndAStepOfTheFutureIsNotTaken() {
        var months = town.bean(AssessedMonths.class);
        var now = YearMonth.from(LocalDate.now(ZONE));
        assertThatThrownBy(() -> months.freeze(now, town.actor("assessor"), Instant.now()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("appraisal.month-not-over");
        var later = Instant.now().plusSeconds(60);
        assertThatThrownBy(() -> months.freeze(past, town.actor("assessor"), later))
                .hasMessageContaining("appraisal.bad-moment");
    }

    private static NewAppeal wish(List<Long> cases) {
        return new NewAppeal(
                "department",
                "roads",
                "on_time_handling_rate",
                cases,
                "上级工程围挡",
                List.of(new PhotoId(photo)));
    }

    private String step(String step, int status) throws Exception {
        var answer = town.post("assessor", path("/steps"), "{\"step\":\"%s\"}".formatted(step));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String appeal(String who, List<Long> cases, String photo) throws Exception {
        return town.post(
                        who,
                        path("/appeals"),
                        """
                        {"kind":"department","subject":"roads","indicator":"on_time_handling_rate",
                         "cases":%s,"reason":"上级工程围挡","photos":["%s"]}
                        """
                                .formatted(cases, photo))
                .body();
    }

    private static String decision(long id) {
        return "/api/appraisal/appeals/" + id + "/decision";
    }

    private String decide(String who, long id) throws Exception {
        return town.post(who, decision(id), "{\"granted\":true,\"answer\":\"属实\"}").body();
    }
}
