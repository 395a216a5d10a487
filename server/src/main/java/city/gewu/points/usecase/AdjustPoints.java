package city.gewu.points.usecase;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import city.gewu.points.model.Adjustment;
import city.gewu.points.model.Adjustment.Kind;
import city.gewu.points.model.Adjustment.State;
import city.gewu.points.store.AdjustmentStore;
import city.gewu.points.store.BoardStore;
import city.gewu.points.store.EntryStore;
import city.gewu.points.store.EntryStore.ByHand;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Corrections of points. One person proposes, another decides, and neither of them is the one
/// whose points they are; only an objection is that person's own.
@Component
public class AdjustPoints {

    private final AdjustmentStore store;
    private final BoardStore board;
    private final EntryStore entries;
    private final BookPoints booking;
    private final LedPeople led;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AdjustPoints(
            AdjustmentStore store,
            BoardStore board,
            EntryStore entries,
            BookPoints booking,
            LedPeople led,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.board = board;
        this.entries = entries;
        this.booking = booking;
        this.led = led;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// An amount by hand, or with a case a falsification.
    ///
    /// @param amount in hundredths
    public record Wish(
            Kind kind,
            String person,
            int amount,
            Optional<Long> caseId,
            String reason,
            List<PhotoId> photos) {}

    /// Proposes a correction of somebody's points; answers its id. Refused with `points.not-found`
    /// for whom one does not lead and for a case the person has no points of, and with
    /// `points.missing-reason`, `points.own-points`, `points.bad-amount`, `points.missing-photo`.
    public long propose(Wish wish, Actor actor) {
        led.get(wish.person(), YearMonth.from(led.today()), actor);
        var number = wish.caseId().map(id -> number(wish.person(), id));
        if (wish.kind() == Kind.FALSIFICATION && number.isEmpty()) {
            throw new RefusedException(
                    "points.missing-case",
                    "A falsification names no case.",
                    "Name the case that was falsified.");
        }
        return save(
                new Adjustment(
                        0,
                        wish.kind(),
                        wish.person(),
                        wish.kind() == Kind.BY_HAND ? wish.amount() : 0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        wish.caseId(),
                        number.orElse(""),
                        wish.reason().strip(),
                        photos(wish.photos()),
                        State.PROPOSED,
                        actor.id(),
                        clock.instant(),
                        "",
                        Optional.empty(),
                        ""));
    }

    private String number(String person, long caseId) {
        return board.findNumber(person, caseId)
                .orElseThrow(() ->
                        new RefusedException(
                                "points.not-found",
                                "The person has no points of a case (%d).".formatted(caseId),
                                "Choose a case of the person's points."));
    }

    /// Objects to an entry of one's own; answers the id. Refused with `points.not-found` when it is
    /// not one's own, and with `points.not-objectionable` when it took nothing or was objected to.
    public long object(long entry, String reason, List<PhotoId> photos, Actor actor) {
        var found =
                board.find(entry)
                        .filter(one -> one.key().person().equals(actor.id()))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "points.not-found",
                                        "You have no entry (%d).".formatted(entry),
                                        "Choose an entry of your own points."));
        if (found.byHand() || found.counter() || found.amount() > 0) {
            throw notObjectionable(entry);
        }
        return save(
                new Adjustment(
                        0,
                        Kind.OBJECTION,
                        actor.id(),
                        -found.amount(),
                        Optional.of(entry),
                        Optional.of(found.key()),
                        Optional.of(found.deedDay()),
                        found.caseId(),
                        found.caseNo(),
                        reason.strip(),
                        photos(photos),
                        State.PROPOSED,
                        actor.id(),
                        clock.instant(),
                        "",
                        Optional.empty(),
                        ""));
    }

    private static RefusedException notObjectionable(long entry) {
        return new RefusedException(
                "points.not-objectionable",
                "The entry (%d) took nothing, or was objected to before.".formatted(entry),
                "Object once to an entry that a rule booked against you.");
    }

    private List<String> photos(List<PhotoId> photos) {
        return photos.stream()
                .map(photo -> evidence.findPhoto(photo).orElseThrow(() -> missing(photo)))
                .map(photo -> photo.id().value())
                .toList();
    }

    private static RefusedException missing(PhotoId photo) {
        return new RefusedException(
                "points.missing-photo",
                "The photo (%s) has not arrived.".formatted(photo.value()),
                "Upload the photo first, then send this again.");
    }

    private long save(Adjustment wish) {
        wish.findFault()
                .ifPresent(fault -> {
                    throw new RefusedException(fault);
                });
        return store.save(wish).orElseThrow(() -> notObjectionable(wish.entry().orElse(0L)));
    }

    /// Decides a correction and books what follows from it. Refused with `points.not-found`,
    /// `points.same-person`, `points.own-points`, `points.decided`, `points.missing-reason`.
    public void decide(long id, boolean granted, String answer, Actor actor) {
        var found = store.find(id).orElseThrow(() -> notFound(id));
        led.get(found.person(), YearMonth.from(led.today()), actor);
        var decided = found.decide(granted, answer.strip(), actor.id()).orThrow();
        var days = new LinkedHashSet<LocalDate>();
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            if (!store.decide(id, decided.next(), actor.id(), now, decided.event())) {
                throw new RefusedException(
                        "points.decided",
                        "The adjustment (%d) was decided before.".formatted(id),
                        "Read the decision; propose another one if something is wrong.");
            }
            if (decided.next() == State.GRANTED) {
                days.addAll(carryOut(found));
            }
        });
        booking.book(new ArrayList<>(days));
    }

    /// Answers the days that have to be computed again.
    private List<LocalDate> carryOut(Adjustment granted) {
        var today = led.today();
        var days = new HashSet<LocalDate>();
        switch (granted.kind()) {
            case BY_HAND ->
                    entries.append(
                            new ByHand(
                                    granted.person(),
                                    today,
                                    granted.amount(),
                                    "adjustment/" + granted.id(),
                                    granted.caseId(),
                                    granted.caseNo(),
                                    granted.reason()),
                            clock.instant());
            case OBJECTION -> granted.deedDay().ifPresent(days::add);
            case FALSIFICATION -> {
                days.add(today);
                granted.caseId()
                        .ifPresent(id -> days.addAll(board.listDaysOfCase(granted.person(), id)));
            }
        }
        booking.add(days);
        return List.copyOf(days);
    }

    private static RefusedException notFound(long id) {
        return new RefusedException(
                "points.not-found",
                "There is no adjustment (%d).".formatted(id),
                "Choose one of the list.");
    }

    /// Corrections of the people one leads, the newest first.
    public List<Adjustment> list(boolean onlyOpen, Actor actor) {
        return store.list(led.list(YearMonth.from(led.today()), actor).keySet(), onlyOpen);
    }

    /// One's own objections and what was done with them.
    public List<Adjustment> listOwn(Actor actor) {
        return store.list(List.of(actor.id()), false);
    }

    /// Whether the one who asks may decide it.
    public boolean mayDecide(Adjustment one, Actor actor) {
        return one.state() == State.PROPOSED
                && !one.proposedBy().equals(actor.id())
                && !one.person().equals(actor.id());
    }
}
