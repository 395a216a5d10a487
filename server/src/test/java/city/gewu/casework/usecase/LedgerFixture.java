package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
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
import city.gewu.casework.Casework;
import city.gewu.casework.CityFixture;
import city.gewu.casework.EntrustedCases;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.PhotographedStore;
import city.gewu.casework.store.StoreFixture;
import city.gewu.database.TurningClock;
import city.gewu.people.Actor;
import city.gewu.privacy.OpenVault;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Casework over a real database and the small town, with a clock that tests turn.
final class LedgerFixture {

    final JdbcClient db;
    final StoreFixture stores;
    final CaseLedger ledger;
    final PhotographedStore photographed;
    final GroupWriter writer;
    final Casework casework;
    final RaiseDueSignals signals;
    final CommandClocks clocks;
    final CaseGroups groups;
    final CaseFeed feed;
    final OpenVault vault = new OpenVault();
    final TurningClock clock = new TurningClock(Instant.parse("2026-03-02T01:00:00.123456789Z"));
    Consumer<CaseEvent> listener = _ -> {};
    final List<CaseEvent> published = Collections.synchronizedList(new ArrayList<>());

    LedgerFixture(DataSource database) {
        stores = new StoreFixture(database);
        db = stores.db();
        ledger = stores.ledger();
        photographed = stores.photographed();
        writer = new GroupWriter(ledger, stores.transaction());
        feed = new CaseFeed(new CityFixture.Staff());
        var live = new LiveLedger(ledger, writer, this::publish, feed);
        var territory = new CityFixture.Town();
        var catalogue = new CityFixture.Scheme();
        var people = new CityFixture.Staff();
        var contacts = new ReporterContacts(vault);
        clocks = new CommandClocks(catalogue, new CityFixture.Hours());
        signals =
                new RaiseDueSignals(
                        ledger, territory, stores.transaction(), this::publish, feed, clock);
        groups = new CaseGroups(live, stores.groups(), territory, stores.transaction(), clock);
        var stages = new NextStage(live, territory, catalogue, clocks);
        casework =
                new CaseworkEntrance(
                        new ReportProblem(live, territory, catalogue, people, contacts, clock),
                        new GiveCommand(
                                live,
                                territory,
                                catalogue,
                                people,
                                groups,
                                nobodyDrawn(),
                                stages,
                                clock),
                        new AppendStories(
                                ledger,
                                stores.seals(),
                                territory,
                                catalogue,
                                people,
                                contacts,
                                stores.transaction(),
                                clock),
                        new VerifyLedger(
                                stores.audit(), stores.seals(), territory, stores.transactions()),
                        new SealDays(stores.seals(), territory, stores.transaction(), clock));
    }

    private static DrawnLooks nobodyDrawn() {
        return new DrawnLooks(
                new StaticListableBeanFactory().getBeanProvider(EntrustedCases.class));
    }

    private void publish(Object event) {
        published.add((CaseEvent) event);
        listener.accept((CaseEvent) event);
    }

    CaseId report() {
        return casework.report(CityFixture.problem(), CityFixture.SUPERVISOR);
    }

    int command(CaseId id, CaseCommand command, Actor actor) {
        int version = ledger.find(id).orElseThrow().version();
        return casework.command(id, version, command, actor);
    }

    String state(CaseId id) {
        return ledger.find(id).orElseThrow().file().state().getClass().getSimpleName();
    }

    List<String> findings() {
        var findings = new ArrayList<String>();
        casework.verify(findings::add);
        return findings;
    }

    long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    /// A whole life, from the report to the closing.
    static CaseStory story(String id, Instant at) {
        return new CaseStory(
                "town-311",
                id,
                "cases.csv:" + id,
                CityFixture.problem(),
                CityFixture.IMPORT,
                at,
                List.of(
                        step(at, 5, new Accept()),
                        step(at, 10, new File("E0113", Optional.of("1"))),
                        step(
                                at,
                                15,
                                new Dispatch(
                                        "roads",
                                        List.of(),
                                        Optional.of(
                                                Deadline.given(at, at.plus(Duration.ofHours(4)))))),
                        step(at, 20, new TakeUp()),
                        step(at, 120, new ReportHandled("filled", List.of())),
                        step(at, 125, new RequestCheck()),
                        step(at, 150, new PassCheck("", List.of())),
                        step(at, 160, new Close(""))));
    }

    static Step step(Instant at, int minutes, CaseCommand command) {
        return new Step(at.plus(Duration.ofMinutes(minutes)), CityFixture.IMPORT, command);
    }

    void close() throws InterruptedException {
        writer.destroy();
    }
}
