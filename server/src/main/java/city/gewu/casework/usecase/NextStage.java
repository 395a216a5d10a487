package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.FollowOn;
import city.gewu.casework.ReportSource;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseRules;
import city.gewu.casework.model.Facts;
import city.gewu.casework.model.Facts.Photos;
import city.gewu.casework.store.CaseChain;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.casework.store.Entry;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.FilingCondition;
import city.gewu.territory.Territory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes the follow-on of a case that is being closed (分阶段时限): the same place and department, the
/// next condition, a clock of its own.
@Component
class NextStage {

    private final LiveLedger ledger;
    private final Territory territory;
    private final Catalogue catalogue;
    private final CommandClocks clocks;

    NextStage(LiveLedger ledger, Territory territory, Catalogue catalogue, CommandClocks clocks) {
        this.ledger = ledger;
        this.territory = territory;
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    private record Step(FilingCondition closed, FilingCondition next) {}

    /// All that happens to the follow-on at this moment, up to its dispatch; nothing when no stage
    /// follows, or when there is the follow-on already.
    List<Entry> open(CaseFile closed, Instant now) {
        var origin = new Origin(FollowOn.ORIGIN, FollowOn.originId(closed.id()));
        return findStep(closed, now)
                .filter(_ -> ledger.findOrigin(origin).isEmpty())
                .map(step -> open(closed, step, origin, now))
                .orElse(List.of());
    }

    /// What follows is as the case was promised when it was filed; what it asks and how long it may
    /// take is as the scheme in force has it. A stage that has ended since follows no more.
    private Optional<Step> findStep(CaseFile closed, Instant now) {
        return closed.findWork()
                .flatMap(work ->
                        findCondition(
                                closed, closed.facts().condition(), work.milestones().filedAt()))
                .flatMap(before ->
                        before.then()
                                .flatMap(then -> findCondition(closed, then, now))
                                .map(next -> new Step(before, next)));
    }

    private Optional<FilingCondition> findCondition(CaseFile file, String code, Instant at) {
        return catalogue.findCategory(file.facts().category(), at).stream()
                .flatMap(category -> category.conditions().stream())
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    private List<Entry> open(CaseFile closed, Step step, Origin origin, Instant now) {
        var city = territory.getCity();
        var file = new CaseOpening(city).open(ledger.nextId(), origin, facts(closed, step, now));
        var by = By.of(FollowOn.PLATFORM, now, city.zone());
        var told = new Told(FollowOn.PLATFORM.id(), now, now);
        var chain = ledger.chain();
        var entries = new ArrayList<Entry>();
        entries.add(chain.open(file, CaseOpening.reported(file), told));
        entries.add(next(entries.getLast(), new Accept(), by, chain, told));
        entries.add(
                next(
                        entries.getLast(),
                        new File(file.facts().category(), Optional.of(step.next().code())),
                        by,
                        chain,
                        told));
        var department = closed.findWork().map(work -> work.duty().department()).orElseThrow();
        var clock = clocks.forDispatch(entries.getLast().kept().file(), now);
        entries.add(
                next(
                        entries.getLast(),
                        new Dispatch(department, List.of(), clock),
                        by,
                        chain,
                        told));
        return List.copyOf(entries);
    }

    private static Facts facts(CaseFile closed, Step step, Instant now) {
        var before = closed.facts();
        return new Facts(
                ReportSource.INTERNAL,
                before.category(),
                step.next().code(),
                FollowOn.words(closed.caseNo(), step.closed(), step.next()),
                before.address(),
                before.position(),
                before.places(),
                before.flags(),
                new Photos(List.of(), List.of(), List.of()),
                FollowOn.PLATFORM.id(),
                now);
    }

    private static Entry next(
            Entry before, CaseCommand command, By by, CaseChain chain, Told told) {
        var moved = CaseRules.decide(before.kept().file(), command, by).orThrow();
        return chain.next(before.kept(), moved.next(), moved.event(), told);
    }
}
