package city.gewu.casework.usecase;

import static city.gewu.casework.CityFixture.CHECKER;
import static city.gewu.casework.CityFixture.CLERK;
import static city.gewu.casework.CityFixture.DISPATCHER;
import static city.gewu.casework.CityFixture.HANDLER;
import static city.gewu.casework.CityFixture.SHIFT_LEAD;
import static city.gewu.casework.CityFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.AskCancellation;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseEvent;
import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.FollowOn;
import city.gewu.casework.ReportSource;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.casework.StoryOutcome.Rejected;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.database.TestDatabase;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Staged limits: condition 2 of a sunken road is followed by condition 3, which nothing follows.
class NextStageTest {

    private LedgerFixture city;

    @BeforeEach
    void open() {
        city = new LedgerFixture(TestDatabase.fresh());
    }

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    @Test
    void closingAStageOpensTheNextOneAtTheSamePlaceAndDepartmentWithItsOwnLimit() {
        var id = toClose("2");
        city.clock.turn(Duration.ofHours(1));
        city.published.clear();
        city.command(id, new Close(""), SHIFT_LEAD);

        var closed = file(id);
        var next = follower(id).orElseThrow();
        assertThat(next.facts().category()).isEqualTo("E0113");
        assertThat(next.facts().condition()).isEqualTo("3");
        assertThat(next.facts().places()).isEqualTo(closed.facts().places());
        assertThat(next.facts().position()).isEqualTo(closed.facts().position());
        assertThat(next.facts().address()).isEqualTo(closed.facts().address());
        assertThat(next.facts().source()).isEqualTo(ReportSource.INTERNAL);
        assertThat(next.facts().reporter()).isEqualTo(FollowOn.PLATFORM.id());
        assertThat(next.facts().description())
                .contains(closed.caseNo(), "塌陷，尚未围护", "已围护，尚未回填", "已回填");
        assertThat(next.state()).isInstanceOf(Dispatched.class);
        assertThat(next.departments()).containsExactly("roads");
        var clock = next.findWork().orElseThrow().clock().deadline().orElseThrow();
        assertThat(clock.limit()).contains(new TimeLimit(9, LimitUnit.URGENT_HOUR));
        assertThat(Duration.between(city.clock.instant(), clock.dueAt()).toMinutes())
                .isBetween(539L, 540L);
        assertThat(city.published)
                .extracting(CaseEvent::kind)
                .containsExactly("closed", "reported", "accepted", "filed", "dispatched");
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void theNextStageIsHandledLikeAnyCaseAndTheLastOneIsFollowedByNothing() {
        var id = toClose("2");
        city.command(id, new Close(""), SHIFT_LEAD);
        var next = follower(id).orElseThrow().id();
        handle(next);
        city.command(next, new Close(""), SHIFT_LEAD);

        assertThat(city.state(next)).isEqualTo("Closed");
        assertThat(follower(next)).isEmpty();
        assertThat(cases()).isEqualTo(2);
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void closingTwiceAtOnceOrAgainMakesOneNextStage() {
        var id = toClose("2");
        int version = city.ledger.find(id).orElseThrow().version();
        var tries =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> closes(id, version)))
                        .limit(4)
                        .toList();
        assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);

        assertThat(closes(id, version)).isFalse();
        refused(() -> city.command(id, new Close(""), SHIFT_LEAD));
        assertThat(cases()).isEqualTo(2);
        assertThat(city.findings()).isEmpty();
    }

    private boolean closes(CaseId id, int version) {
        try {
            city.casework.command(id, version, new Close(""), SHIFT_LEAD);
            return true;
        } catch (RefusedException e) {
            assertThat(e.refusal().code()).isEqualTo("casework.stale");
            return false;
        }
    }

    @Test
    void whatIsCancelledOrHasNoStageOrWasImportedIsFollowedByNothing() {
        var cancelled = dispatched("2");
        city.command(cancelled, new AskCancellation("no"), DISPATCHER);
        city.command(cancelled, new Cancel("no"), SHIFT_LEAD);
        var plain = toClose("1");
        city.command(plain, new Close(""), SHIFT_LEAD);
        assertThat(follower(cancelled)).isEmpty();
        assertThat(follower(plain)).isEmpty();

        assertThat(city.casework.append(List.of(imported())))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Added.class));
        assertThat(cases()).isEqualTo(3);
    }

    /// A finished case of another system, filed under a condition that another follows.
    private CaseStory imported() {
        var plain = LedgerFixture.story("1", city.clock.instant().minus(Duration.ofDays(3)));
        var steps =
                plain.steps().stream()
                        .map(step ->
                                step.command() instanceof File
                                        ? new Step(
                                                step.at(),
                                                step.actor(),
                                                new File("E0113", Optional.of("2")))
                                        : step)
                        .toList();
        return new CaseStory(
                plain.source(),
                plain.sourceId(),
                plain.where(),
                plain.problem(),
                plain.reporter(),
                plain.reportedAt(),
                steps);
    }

    @Test
    void aFileCannotPassForTheNextStageNorForALiveReport() {
        var id = toClose("2");
        for (String reserved : List.of(FollowOn.ORIGIN, "live:citizen")) {
            var row = renamed(imported(), reserved, FollowOn.originId(id));
            assertThat(city.casework.append(List.of(row)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            outcome ->
                                    assertThat(outcome.why().code())
                                            .isEqualTo("casework.bad-origin"));
        }
        city.command(id, new Close(""), SHIFT_LEAD);
        assertThat(follower(id)).isPresent();
    }

    private static CaseStory renamed(CaseStory story, String source, String sourceId) {
        return new CaseStory(
                source,
                sourceId,
                story.where(),
                story.problem(),
                story.reporter(),
                story.reportedAt(),
                story.steps());
    }

    private CaseId toClose(String condition) {
        var id = dispatched(condition);
        handle(id);
        return id;
    }

    private CaseId dispatched(String condition) {
        var id = city.report();
        city.command(id, new Accept(), CLERK);
        city.command(id, new File("E0113", Optional.of(condition)), SHIFT_LEAD);
        Optional<Deadline> clock = city.clocks.forDispatch(file(id), city.clock.instant());
        city.command(id, new Dispatch("roads", List.of(), clock), DISPATCHER);
        return id;
    }

    private void handle(CaseId id) {
        city.command(id, new TakeUp(), HANDLER);
        city.command(id, new ReportHandled("", List.of(photo('b'))), HANDLER);
        city.command(id, new RequestCheck(), CLERK);
        city.command(id, new PassCheck("", List.of(photo('c'))), CHECKER);
    }

    private Optional<CaseFile> follower(CaseId id) {
        return city.ledger
                .findOrigin(new Origin(FollowOn.ORIGIN, FollowOn.originId(id)))
                .map(this::file);
    }

    private long cases() {
        return city.db.sql("select count(*) from casework.case_file").query(Long.class).single();
    }

    private CaseFile file(CaseId id) {
        return city.ledger.find(id).orElseThrow().file();
    }

    private static PhotoId photo(char digit) {
        return new PhotoId(String.valueOf(digit).repeat(64));
    }
}
