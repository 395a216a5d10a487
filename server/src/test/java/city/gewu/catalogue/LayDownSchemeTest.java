package city.gewu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.catalogue.model.SchemeFile;
import city.gewu.catalogue.usecase.LayDownScheme;
import city.gewu.catalogue.usecase.LayDownScheme.Act;
import city.gewu.catalogue.usecase.SchemeDrafts;
import city.gewu.catalogue.usecase.SchemeMemory;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.database.TurningClock;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.LaidDown.Standing;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/// A scheme changed as a draft and laid down for now or for later.
class LayDownSchemeTest {

    private static final Instant MORNING = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
    private static final Named NAME = new Named("名", "name");
    private static final Question DEPTH =
            new Question("depth", NAME, AnswerKind.NUMBER, true, List.of());

    private final TurningClock clock = new TurningClock(MORNING);
    private DataSource database;
    private Catalogue catalogue;
    private SchemeDrafts drafts;
    private SchemeMemory memory;
    private LayDownScheme layDown;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        var modules = start();
        catalogue = modules.getBean(Catalogue.class);
        drafts = modules.getBean(SchemeDrafts.class);
        memory = modules.getBean(SchemeMemory.class);
        layDown = modules.getBean(LayDownScheme.class);
        catalogue.importScheme("first", "first.csv", file(waste(4), bins()));
    }

    private ApplicationContext start() {
        return TestModule.start(
                database,
                clock,
                "city.gewu.catalogue.store",
                "city.gewu.catalogue.usecase",
                "city.gewu.worktime.store",
                "city.gewu.worktime.usecase");
    }

    private static ByteArrayInputStream file(MinorCategory... categories) {
        return new ByteArrayInputStream(csv(categories));
    }

    private static byte[] csv(MinorCategory... categories) {
        return SchemeFile.write(List.of(categories)).getBytes(StandardCharsets.UTF_8);
    }

    private static MinorCategory waste(int hours) {
        return category("E0110", hours);
    }

    private static MinorCategory bins() {
        return category("E0111", 2);
    }

    private static MinorCategory category(String code, int hours) {
        return new MinorCategory(
                code,
                CategoryKind.INCIDENT,
                "E01",
                NAME,
                NAME,
                "high",
                List.of(
                        new FilingCondition(
                                "1", NAME, NAME, new TimeLimit(hours, LimitUnit.WORK_HOUR))));
    }

    private int limitOfWaste() {
        return catalogue
                .findCategory("E0110")
                .orElseThrow()
                .conditions()
                .getFirst()
                .limit()
                .amount();
    }

    private long last() {
        return memory.listLaidDown().getLast().number();
    }

    private Act now(int edition) {
        return new Act(edition, last(), Optional.empty(), "因为", "anna");
    }

    private Act later(int edition) {
        return new Act(edition, last(), Optional.of(NEW_YEAR), "新年", "anna");
    }

    @Test
    void aDraftChangesNothingUntilItIsLaidDown() {
        var begun = drafts.get("anna");
        assertThat(begun.draft().edition()).isZero();
        assertThat(begun.changes()).isEmpty();

        var kept = drafts.change("anna", 0, List.of(waste(8)));
        assertThat(kept.draft().edition()).isOne();
        assertThat(kept.changes())
                .extracting(change -> change.code() + " " + change.kind())
                .containsExactly("E0110 CHANGED", "E0111 ENDED");
        assertThat(limitOfWaste()).isEqualTo(4);
        assertThat(drafts.get("bert").changes()).isEmpty();

        layDown.layDown(now(1));
        assertThat(limitOfWaste()).isEqualTo(8);
        assertThat(catalogue.findCategory("E0111")).isEmpty();
        assertThat(catalogue.findKnown("E0111")).isPresent();
        assertThat(drafts.get("anna").draft().edition()).isZero();
    }

    @Test
    void laidDownForLaterItCountsFromThatMomentOnAndNoEarlier() {
        drafts.change("anna", 0, List.of(waste(8), bins()));
        layDown.layDown(later(1));
        assertThat(limitOfWaste()).isEqualTo(4);
        assertThat(standings()).containsExactly(Standing.IN_FORCE, Standing.COMING);

        clock.turnTo(NEW_YEAR.minusMillis(1));
        assertThat(limitOfWaste()).isEqualTo(4);
        clock.turnTo(NEW_YEAR);
        assertThat(limitOfWaste()).isEqualTo(8);
        assertThat(standings()).containsExactly(Standing.PAST, Standing.IN_FORCE);
        assertThat(catalogue.findCategory("E0110", NEW_YEAR.minusMillis(1)).orElseThrow())
                .isEqualTo(waste(4));
    }

    private List<Standing> standings() {
        var all = memory.listLaidDown();
        return all.stream().map(one -> one.standing(all, clock.instant())).toList();
    }

    @Test
    void whatIsLaidDownForNowYieldsToWhatWasLaidDownForLaterWhenItsDayComes() {
        drafts.change("anna", 0, List.of(waste(8), bins()));
        layDown.layDown(later(1));
        drafts.change("anna", 0, List.of(waste(6), bins()));
        layDown.layDown(now(1));
        assertThat(limitOfWaste()).isEqualTo(6);
        clock.turnTo(NEW_YEAR);
        assertThat(limitOfWaste()).isEqualTo(8);
    }

    @Test
    void oneThatWaitsForItsDayCanBeWithdrawnAndOneThatCountedCannot() {
        drafts.change("anna", 0, List.of(waste(8), bins()));
        layDown.layDown(later(1));
        assertRefused("catalogue.not-coming", () -> layDown.withdraw(1, "错", "anna"));
        layDown.withdraw(last(), "定错日期", "bert");
        clock.turnTo(NEW_YEAR.plus(Duration.ofDays(1)));
        assertThat(limitOfWaste()).isEqualTo(4);
        assertThat(standings()).containsExactly(Standing.IN_FORCE, Standing.WITHDRAWN);
        assertThat(memory.listLaidDown().getLast().withdrawal().orElseThrow().reason())
                .isEqualTo("定错日期");
    }

    @Test
    void whatNobodyMayLayDownIsRefused() {
        assertRefused("catalogue.no-draft", () -> layDown.layDown(now(0)));
        drafts.change("anna", 0, List.of(waste(8)));
        assertRefused("catalogue.draft-changed", () -> drafts.change("anna", 0, List.of()));
        assertRefused("catalogue.draft-changed", () -> layDown.layDown(now(0)));
        assertRefused(
                "catalogue.missing-reason",
                () -> layDown.layDown(new Act(1, last(), Optional.empty(), " ", "anna")));
        assertRefused(
                "catalogue.stale-draft",
                () -> layDown.layDown(new Act(1, 0, Optional.empty(), "因为", "anna")));
        assertRefused(
                "catalogue.bad-moment",
                () ->
                        layDown.layDown(
                                new Act(
                                        1,
                                        last(),
                                        Optional.of(MORNING.minusSeconds(1)),
                                        "因为",
                                        "anna")));
        drafts.change("anna", 1, List.of(waste(8), waste(8)));
        assertRefused("catalogue.bad-draft", () -> layDown.layDown(now(2)));
        drafts.change("anna", 2, List.of(waste(4), bins()));
        assertRefused("catalogue.nothing-changed", () -> layDown.layDown(now(3)));
        assertThat(limitOfWaste()).isEqualTo(4);
    }

    @Test
    void questionsAreVersionedWithTheSchemeAndStayWhenAFileIsTaken() {
        drafts.change("anna", 0, List.of(waste(4).asking(List.of(DEPTH)), bins()));
        layDown.layDown(now(1));
        assertThat(start().getBean(Catalogue.class).findCategory("E0110").orElseThrow().questions())
                .containsExactly(DEPTH);
        assertThat(catalogue.findCategory("E0110", MORNING.minusSeconds(1)).orElseThrow())
                .isEqualTo(waste(4));

        var taken = drafts.takeFile("anna", 0, csv(waste(8), category("E0112", 1)));
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.drafted().draft().categories())
                .containsExactly(waste(8).asking(List.of(DEPTH)), category("E0112", 1));
        var refused = drafts.takeFile("anna", 1, "kind\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.drafted().draft().edition()).isOne();
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act::run)
                .withMessageStartingWith(code);
    }
}
