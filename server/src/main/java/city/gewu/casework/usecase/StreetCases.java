package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.FixOnSpot;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportVerification;
import city.gewu.casework.CaseId;
import city.gewu.casework.FieldCases;
import city.gewu.casework.Problem;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseRules;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.CommandName;
import city.gewu.casework.model.Work;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.Kept;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.platform.Attempt;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Cases as the street knows them. The key that a phone made stands in the ledger itself, under an
/// index that takes it once: no server that dies between two writes can make two cases of it.
@Component
class StreetCases implements FieldCases {

    /// What the ledger calls the field app.
    private static final String FIELD = "live:field";

    private final ReportProblem reports;
    private final GiveCommand commands;
    private final CommandClocks clocks;
    private final CaseLedger ledger;
    private final LiveLedger live;
    private final Territory territory;
    private final Clock clock;

    StreetCases(
            ReportProblem reports,
            GiveCommand commands,
            CommandClocks clocks,
            CaseLedger ledger,
            LiveLedger live,
            Territory territory,
            Clock clock) {
        this.reports = reports;
        this.commands = commands;
        this.clocks = clocks;
        this.ledger = ledger;
        this.live = live;
        this.territory = territory;
        this.clock = clock;
    }

    /// All are put in front of the ledger before the first is waited for, so that they share a
    /// commit.
    @Override
    public List<Attempt<FieldReport>> reportAll(List<Found> found, Actor finder) {
        var known = ledger.findOrigins(FIELD, found.stream().map(Found::key).toList());
        var begun =
                found.stream()
                        .map(one ->
                                Attempt.of(() ->
                                        begin(
                                                one,
                                                Optional.ofNullable(known.get(one.key())),
                                                finder)))
                        .toList();
        return IntStream.range(0, begun.size())
                .mapToObj(i -> begun.get(i).then(kept -> taken(found.get(i), kept.get(), finder)))
                .toList();
    }

    /// Answers a way to wait for the case.
    private Supplier<Kept> begin(Found one, Optional<CaseId> known, Actor finder) {
        if (known.isPresent()) {
            return () -> ledger.find(known.get()).orElseThrow();
        }
        var origin = new Origin(FIELD, one.key());
        if (!one.after().isEmpty()) {
            checkOnSpot(origin, one.problem(), one.after(), finder);
        }
        var opening = reports.begin(origin, one.problem(), Optional.empty(), finder);
        return () -> live.find(reports.end(opening), 1).orElseThrow();
    }

    private FieldReport taken(Found one, Kept kept, Actor finder) {
        var after = one.after();
        if (!kept.file().facts().reporter().equals(finder.id())) {
            throw new RefusedException(
                    "casework.idempotency-mismatch",
                    "The key (%s) was used before by somebody else.".formatted(one.key()),
                    "Make a new key for each new wish.");
        }
        if (!after.isEmpty() && kept.file().state() instanceof Reported && kept.version() == 1) {
            fix(kept, after, finder);
        }
        var facts = kept.file().facts();
        return new FieldReport(
                kept.file().id(),
                kept.file().caseNo(),
                facts.reportedAt(),
                facts.places(),
                !after.isEmpty());
    }

    /// What would be refused is refused before anything is kept.
    private void checkOnSpot(Origin origin, Problem problem, List<PhotoId> after, Actor finder) {
        var now = clock.instant();
        var placed = new Placement(territory).placeLive(problem);
        var file =
                new CaseOpening(territory.getCity())
                        .open(
                                new CaseId(0),
                                origin,
                                CaseOpening.facts(problem, placed, finder.id(), now));
        CaseRules.decide(file, new FixOnSpot(after), By.of(finder, now, territory.getCity().zone()))
                .orThrow();
    }

    private void fix(Kept kept, List<PhotoId> after, Actor finder) {
        try {
            commands.command(kept.file().id(), kept.version(), new FixOnSpot(after), finder);
        } catch (RefusedException refused) {
            boolean quicker =
                    ledger.find(kept.file().id()).filter(now -> now.version() > 1).isPresent();
            if (!quicker) {
                throw refused;
            }
        }
    }

    @Override
    public Optional<FieldCase> findCase(CaseId id) {
        return ledger.find(id).map(StreetCases::inStreet);
    }

    @Override
    public void tell(CaseId id, Finding finding, Actor actor) {
        var kept =
                ledger.find(id)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.not-found",
                                        "There is no case (%d).".formatted(id.value()),
                                        "Look at the list of tasks."));
        commands.command(id, kept.version(), command(kept.file(), finding, clock.instant()), actor);
    }

    private CaseCommand command(CaseFile file, Finding finding, Instant now) {
        return switch (finding.kind()) {
            case CONFIRMED -> new ReportVerification(true, finding.note(), finding.photos());
            case NOT_CONFIRMED -> new ReportVerification(false, finding.note(), finding.photos());
            case PASSED -> new PassCheck(finding.note(), finding.photos());
            case FAILED ->
                    new FailCheck(finding.note(), finding.photos(), clocks.forRework(file, now));
        };
    }

    private static FieldCase inStreet(Kept kept) {
        var file = kept.file();
        var facts = file.facts();
        var work = file.findWork();
        return new FieldCase(
                file.id(),
                kept.version(),
                file.caseNo(),
                CommandName.of(file.state().getClass()).replace('-', '_').toUpperCase(Locale.ROOT),
                work.map(w -> w.tally().round()).orElse(0),
                facts.category(),
                facts.description(),
                facts.address(),
                facts.position(),
                facts.places(),
                facts.photos().before(),
                facts.photos().after(),
                facts.reporter(),
                work.map(w -> w.duty().handler()).orElse(""),
                work.map(w -> w.duty().checker()).orElse(""),
                file.departments(),
                work.map(Work::clock).flatMap(c -> c.deadline()).map(d -> d.dueAt()));
    }
}
