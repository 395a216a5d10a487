package city.gewu.appraisal.usecase;

import city.gewu.appraisal.AssessedMonths.NewAppeal;
import city.gewu.appraisal.model.MarkAppeal;
import city.gewu.appraisal.model.MarkAppeal.Decider;
import city.gewu.appraisal.model.MarkAppeal.State;
import city.gewu.appraisal.model.MonthState;
import city.gewu.appraisal.store.MarkAppealStore;
import city.gewu.appraisal.store.MonthStore;
import city.gewu.appraisal.store.MonthTableStore;
import city.gewu.appraisal.store.MonthTableStore.Signed;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Behind;
import city.gewu.assessment.Assessment.Part;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.RecordPhotos;
import city.gewu.people.Actor;
import city.gewu.people.Mandate;
import city.gewu.people.People;
import city.gewu.people.Rights;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Appeals against the marks of a month, and their review by others than the one who froze them.
@Component
public class MonthAppeals implements RecordPhotos {

    private final MonthStore months;
    private final MonthTableStore tables;
    private final MarkAppealStore store;
    private final Assessment assessment;
    private final Evidence evidence;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MonthAppeals(
            MonthStore months,
            MonthTableStore tables,
            MarkAppealStore store,
            Assessment assessment,
            Evidence evidence,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.months = months;
        this.tables = tables;
        this.store = store;
        this.assessment = assessment;
        this.evidence = evidence;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    long lodge(YearMonth month, NewAppeal wish, Actor actor, Instant at) {
        requireOpen(month, at);
        if (!isOwn(wish.kind(), wish.subject(), actor)) {
            throw new RefusedException(
                    "appraisal.not-allowed-subject",
                    "The marks of (%s %s) are not those of your organisation or area."
                            .formatted(wish.kind(), wish.subject()),
                    "Appeal against your own marks.");
        }
        if (wish.reason().isBlank()) {
            throw new RefusedException(
                    "appraisal.missing-reason",
                    "No reason was given for the appeal.",
                    "Write in a sentence or two why the cases should not count.");
        }
        if (wish.photos().isEmpty()) {
            throw missingPhoto("none");
        }
        wish.photos().stream()
                .filter(photo -> evidence.findPhoto(photo).isEmpty())
                .findFirst()
                .ifPresent(photo -> {
                    throw missingPhoto(photo.value());
                });
        requireCounted(month, wish);
        return store.save(
                        new MarkAppeal(
                                0,
                                month,
                                wish.kind(),
                                wish.subject(),
                                wish.indicator(),
                                wish.cases(),
                                wish.reason().strip(),
                                wish.photos().stream().map(photo -> photo.value()).toList(),
                                State.LODGED,
                                actor.id(),
                                at,
                                "",
                                Optional.empty(),
                                ""))
                .orElseThrow(() ->
                        new RefusedException(
                                "appraisal.appealed-before",
                                "The figure (%s) of (%s) was appealed against before."
                                        .formatted(wish.indicator(), wish.subject()),
                                "There is one appeal for each figure; read its decision."));
    }

    private void requireOpen(YearMonth month, Instant at) {
        var row = months.find(month).orElseThrow(() -> MonthProcedure.unknown(month));
        boolean open =
                row.state() == MonthState.NOTICED
                        && !at.isAfter(clock.instant())
                        && row.noticed().filter(made -> !at.isBefore(made.at())).isPresent()
                        && row.appealsUntil().filter(until -> !at.isAfter(until)).isPresent();
        if (!open) {
            throw new RefusedException(
                    "appraisal.appeal-too-late",
                    "Appeals against (%s) are taken from the notice until (%s)."
                            .formatted(
                                    month, row.appealsUntil().map(Instant::toString).orElse("–")),
                    "Tell the assessor; the time is set by working days.");
        }
    }

    private static RefusedException missingPhoto(String photo) {
        return new RefusedException(
                "appraisal.missing-photo",
                "The photo (%s) that shows why has not arrived.".formatted(photo),
                "Bring at least one photo in, then send the appeal.");
    }

    private void requireCounted(YearMonth month, NewAppeal wish) {
        var counted = new HashSet<Long>();
        listBehind(month, wish, "numerator").forEach(row -> counted.add(row.caseId()));
        listBehind(month, wish, "denominator").forEach(row -> counted.add(row.caseId()));
        if (wish.cases().isEmpty() || !counted.containsAll(wish.cases())) {
            throw new RefusedException(
                    "appraisal.case-not-counted",
                    "Of the cases (%s) some do not count in the figure (%s) of (%s)."
                            .formatted(wish.cases(), wish.indicator(), wish.subject()),
                    "Choose cases that stand behind the figure.");
        }
    }

    private Instant asOf(YearMonth month) {
        return tables.findSheet(month, 1)
                .map(Signed::asOf)
                .orElseThrow(() -> MonthProcedure.unknown(month));
    }

    private List<Behind> listBehind(YearMonth month, NewAppeal wish, String part) {
        return assessment.listBehind(
                month.toString(),
                new Part(wish.kind(), wish.subject(), wish.indicator(), part),
                Optional.of(asOf(month)));
    }

    void decide(long id, boolean granted, String answer, Actor actor, Instant at) {
        var appeal =
                store.find(id)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "appraisal.not-found",
                                        "There is no appeal (%d).".formatted(id),
                                        "Choose one of the list."));
        var row = months.find(appeal.month()).orElseThrow();
        var by =
                new Decider(
                        actor.id(),
                        row.frozen().by(),
                        isOfSubject(appeal.kind(), appeal.subject(), actor));
        var decided = appeal.decide(granted, answer.strip(), by).orThrow();
        transaction.executeWithoutResult(_ -> {
            if (!store.decide(id, decided.next(), actor.id(), at, decided.event())) {
                throw new RefusedException(
                        "appraisal.decided",
                        "The appeal (%d) was decided before.".formatted(id),
                        "Read the decision; an appeal is decided once.");
            }
            if (decided.next() == State.GRANTED) {
                exempt(appeal);
            }
        });
    }

    /// What the cases add to the figure is left out of it.
    private void exempt(MarkAppeal appeal) {
        var wish =
                new NewAppeal(
                        appeal.kind(),
                        appeal.subject(),
                        appeal.indicator(),
                        appeal.cases(),
                        appeal.reason(),
                        List.of());
        store.exempt(
                appeal.id(),
                -sum(appeal.month(), wish, "numerator"),
                -sum(appeal.month(), wish, "denominator"));
    }

    private long sum(YearMonth month, NewAppeal wish, String part) {
        return listBehind(month, wish, part).stream()
                .filter(row -> wish.cases().contains(row.caseId()))
                .mapToLong(Behind::part)
                .sum();
    }

    /// Whether somebody speaks for a subject: for the own organisation and those under it, for the
    /// unit one is posted to, for oneself.
    public boolean isOwn(String kind, String subject, Actor actor) {
        return actor.id().equals(subject)
                || actor.holds(mandate -> speaksFor(mandate, kind, subject));
    }

    private boolean speaksFor(Mandate mandate, String kind, String subject) {
        return AssessedSubjects.ORGANISATIONS.contains(kind)
                ? !mandate.department().isEmpty() && people.isUnder(subject, mandate.department())
                : isUnit(mandate, kind, subject);
    }

    private boolean isOfSubject(String kind, String subject, Actor actor) {
        return actor.id().equals(subject)
                || actor.holds(mandate ->
                        AssessedSubjects.ORGANISATIONS.contains(kind)
                                ? people.isUnder(mandate.department(), subject)
                                : isUnit(mandate, kind, subject));
    }

    private static boolean isUnit(Mandate mandate, String kind, String subject) {
        return mandate.area().level().equals(kind) && mandate.area().unit().equals(subject);
    }

    /// Photos of an appeal are for those who lodge or decide it.
    @Override
    public boolean shows(PhotoId photo, Actor actor) {
        return store.listWith(photo.value()).stream()
                .anyMatch(appeal ->
                        Rights.has(actor, Right.REVIEW_APPEALS)
                                || Rights.has(actor, Right.MANAGE_MONTHS)
                                || isOwn(appeal.kind(), appeal.subject(), actor));
    }

    /// In the order they came.
    public List<MarkAppeal> list(YearMonth month) {
        return store.list(month);
    }

    /// Numbers of the cases that the appeals of a month name, by their id.
    public Map<Long, String> listNumbers(YearMonth month) {
        return store.listNumbers(month);
    }

    /// Whether somebody may decide an appeal.
    public boolean mayDecide(MarkAppeal appeal, Actor actor) {
        return appeal.state() == State.LODGED
                && !appeal.lodgedBy().equals(actor.id())
                && !isOfSubject(appeal.kind(), appeal.subject(), actor)
                && months.find(appeal.month())
                        .filter(row -> !row.frozen().by().equals(actor.id()))
                        .isPresent();
    }
}
