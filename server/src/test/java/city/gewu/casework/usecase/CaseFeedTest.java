package city.gewu.casework.usecase;

import static city.gewu.casework.CityFixture.CLERK;
import static city.gewu.casework.CityFixture.DISPATCHER;
import static city.gewu.casework.CityFixture.GARDENER;
import static city.gewu.casework.CityFixture.HANDLER;
import static city.gewu.casework.CityFixture.SHIFT_LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.ReturnToDispatcher;
import city.gewu.casework.CaseCommand.Urge;
import city.gewu.casework.CaseId;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseFeedTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private LedgerFixture city;

    @BeforeEach
    void open() {
        city = new LedgerFixture(TestDatabase.fresh());
    }

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    private CaseFeed.Desk open(Actor actor) {
        return city.feed.open(actor).orElseThrow();
    }

    private CaseId dispatched() {
        var id = city.report();
        city.command(id, new Accept(), CLERK);
        city.command(id, new File("E0113", Optional.empty()), SHIFT_LEAD);
        var now = city.clock.instant();
        city.command(
                id,
                new Dispatch(
                        "roads",
                        List.of(),
                        Optional.of(Deadline.given(now, now.plus(Duration.ofDays(1))))),
                DISPATCHER);
        return id;
    }

    @Test
    void aDepartmentIsToldOfWhatComesToItAndOfWhatLeavesIt() throws InterruptedException {
        try (var roads = open(HANDLER);
                var parks = open(GARDENER)) {
            var id = dispatched();
            assertThat(roads.await(SOON)).contains(List.of(id.value()));
            city.command(id, new ReturnToDispatcher("not ours"), HANDLER);
            assertThat(roads.await(SOON)).contains(List.of(id.value()));
            assertThat(parks.await(AT_ONCE)).contains(List.of());
        }
    }

    @Test
    void whatHappensTogetherIsToldOnce() throws InterruptedException {
        try (var desk = open(CLERK)) {
            var id = dispatched();
            assertThat(desk.await(SOON)).contains(List.of(id.value()));
            assertThat(desk.await(AT_ONCE)).contains(List.of());
        }
    }

    @Test
    void aDeskThatFallsBehindIsToldToAskForEverything() throws InterruptedException {
        var id = dispatched();
        try (var desk = open(CLERK)) {
            int version = city.ledger.find(id).orElseThrow().version();
            assertThat(desk.fellBehind()).isFalse();
            for (int i = 0; i < 1001; i++) {
                city.casework.command(id, version + i, new Urge("now"), DISPATCHER);
            }
            assertThat(desk.await(SOON)).isPresent();
            assertThat(desk.fellBehind()).isTrue();
            assertThat(desk.fellBehind()).isFalse();
        }
    }

    @Test
    void aClosedDeskIsForgottenAndOnePersonHasOnlySoMany() {
        var desks = new ArrayList<CaseFeed.Desk>();
        for (int i = 0; i < 12; i++) {
            desks.add(open(CLERK));
        }
        assertThat(city.feed.open(CLERK)).isEmpty();
        desks.getFirst().close();
        try (var another = open(CLERK)) {
            assertThat(another.fellBehind()).isFalse();
        }
    }

    @Test
    void everyDeskIsLetGoWhenTheServerStops() throws InterruptedException {
        try (var desk = open(CLERK)) {
            city.feed.end();
            assertThat(desk.await(SOON)).isEmpty();
        }
    }
}
