package city.gewu.appraisal.usecase;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.model.MonthState;
import city.gewu.appraisal.model.MonthSteps;
import city.gewu.appraisal.model.MonthSteps.Standing;
import city.gewu.appraisal.model.MonthSteps.Step;
import city.gewu.appraisal.store.MarkAppealStore;
import city.gewu.appraisal.store.MonthStore;
import city.gewu.appraisal.store.MonthStore.Made;
import city.gewu.appraisal.store.MonthStore.Row;
import city.gewu.appraisal.store.MonthTableStore;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.store.MonthTableStore.Signed;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import city.gewu.worktime.Worktime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The assessment of a month, step by step.
@Component
public class MonthProcedure implements AssessedMonths {

    /// Facts are read as of a little before the freeze, so that what was being written then is
    /// either in them for good or not.
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final MonthStore months;
    private final MonthTableStore tables;
    private final MarkAppealStore appealStore;
    private final ComputeMonth compute;
    private final MonthAppeals appeals;
    private final VerifyMonth verifying;
    private final SigningKeys keys;
    private final Worktime worktime;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TimeLimit appealTime;
    private final TimeLimit reviewTime;

    MonthProcedure(
            MonthStore months,
            MonthTableStore tables,
            MarkAppealStore appealStore,
            ComputeMonth compute,
            MonthAppeals appeals,
            VerifyMonth verifying,
            SigningKeys keys,
            Worktime worktime,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gewu.appraisal.appeal-days:3}") int appealDays,
            @Value("${gewu.appraisal.review-days:5}") int reviewDays) {
        this.months = months;
        this.tables = tables;
        this.appealStore = appealStore;
        this.compute = compute;
        this.appeals = appeals;
        this.verifying = verifying;
        this.keys = keys;
        this.worktime = worktime;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
        this.appealTime = new TimeLimit(appealDays, LimitUnit.WORK_DAY);
        this.reviewTime = new TimeLimit(reviewDays, LimitUnit.WORK_DAY);
    }

    @Override
    public void freeze(YearMonth month, Actor actor, Instant at) {
        step(month, Step.FREEZE, at);
        var asOf = at.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS);
        var computed = compute.compute(month, asOf);
        transaction.executeWithoutResult(_ -> {
            months.lock();
            step(month, Step.FREEZE, at);
            months.freeze(month, new Made(at, actor.id()));
            keep(month, 1, asOf, computed, actor, at);
        });
    }

    @Override
    public Instant giveNotice(YearMonth month, Actor actor, Instant at) {
        var until = worktime.start(at, appealTime).dueAt();
        var reviewUntil = worktime.start(until, reviewTime).dueAt();
        transaction.executeWithoutResult(_ -> {
            months.lock();
            step(month, Step.NOTICE, at);
            months.giveNotice(month, new Made(at, actor.id()), until, reviewUntil);
        });
        return until;
    }

    @Override
    public void finish(YearMonth month, Actor actor, Instant at) {
        transaction.executeWithoutResult(_ -> {
            months.lock();
            step(month, Step.FINISH, at);
            var asOf =
                    tables.findSheet(month, 1).map(Signed::asOf).orElseThrow(() -> unknown(month));
            var computed =
                    tables.list(month, 1).stream()
                            .map(frozen ->
                                    compute.without(
                                            frozen, appealStore.listExempted(month, frozen.kind())))
                            .toList();
            keep(month, 2, asOf, computed, actor, at);
            months.finish(month, new Made(at, actor.id()));
        });
    }

    @Override
    public void publish(YearMonth month, Actor actor, Instant at) {
        transaction.executeWithoutResult(_ -> {
            months.lock();
            step(month, Step.PUBLISH, at);
            months.publish(month, new Made(at, actor.id()));
        });
    }

    private void keep(
            YearMonth month,
            int version,
            Instant asOf,
            List<Kept> computed,
            Actor actor,
            Instant at) {
        computed.forEach(table -> tables.save(month, version, table));
        var sheet =
                new MonthSheet(
                                month,
                                version,
                                asOf,
                                computed.stream()
                                        .map(ComputeMonth::table)
                                        .sorted(Comparator.comparing(MonthSheet.Table::kind))
                                        .toList())
                        .canonicalBytes();
        var seal = keys.sign(sheet);
        tables.saveSheet(
                month,
                version,
                new Signed(asOf, sheet, seal.key(), seal.signature(), at, actor.id()));
    }

    private void step(YearMonth month, Step step, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw new RefusedException(
                    "appraisal.bad-moment",
                    "The moment (%s) has not come.".formatted(at),
                    "Give one that has.");
        }
        MonthSteps.decide(standing(month), step, at, territory.getCity().zone()).orThrow();
    }

    private Standing standing(YearMonth month) {
        var row = months.find(month);
        return new Standing(
                month,
                row.map(Row::state).orElse(MonthState.OPEN),
                row.map(Row::last),
                row.flatMap(Row::appealsUntil),
                appealStore.countOpen(month));
    }

    /// Steps that may be made now.
    public List<Step> listAllowed(YearMonth month) {
        return MonthSteps.listAllowed(standing(month), clock.instant(), territory.getCity().zone());
    }

    public Optional<Row> find(YearMonth month) {
        return months.find(month);
    }

    /// What was signed of a version.
    public Optional<Signed> findSheet(YearMonth month, int version) {
        return tables.findSheet(month, version);
    }

    /// The tables of a version, by kind; none before it was kept.
    public List<Kept> listTables(YearMonth month, int version) {
        return tables.list(month, version);
    }

    @Override
    public List<YearMonth> listMonths() {
        return months.list().stream().map(Row::month).toList();
    }

    @Override
    public long appeal(YearMonth month, NewAppeal wish, Actor actor, Instant at) {
        return appeals.lodge(month, wish, actor, at);
    }

    @Override
    public void decide(long appeal, boolean granted, String answer, Actor actor, Instant at) {
        appeals.decide(appeal, granted, answer, actor, at);
    }

    /// The marks of one kind, computed now from what had happened.
    public byte[] recompute(YearMonth month, int version, String kind) {
        return verifying.recompute(month, version, kind);
    }

    @Override
    public List<Verified> verify(YearMonth month) {
        return verifying.verify(month);
    }

    static RefusedException unknown(YearMonth month) {
        return new RefusedException(
                "appraisal.unknown-month",
                "The month (%s) was not frozen.".formatted(month),
                "Choose one of the list.");
    }
}
