package city.gewu.patrol.usecase;

import city.gewu.patrol.model.Fix;
import city.gewu.patrol.model.PhoneTime;
import city.gewu.patrol.model.Turn;
import city.gewu.patrol.model.Turn.Fence;
import city.gewu.patrol.store.DutyStore;
import city.gewu.patrol.store.DutyStore.Sign;
import city.gewu.patrol.store.DutyStore.Signed;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing on and off (签到、签退). Where somebody stood is kept and flagged, never a reason to refuse:
/// a supervisor who is sent elsewhere works too.
@Component
public class DutyDesk {

    /// A signing off so long after the rule ended a turn still ends it; later it is of another day.
    private static final Duration LATE_OFF = Duration.ofHours(24);

    private final DutyStore turns;
    private final FieldGround ground;
    private final FieldSettings settings;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DutyDesk(
            DutyStore turns,
            FieldGround ground,
            FieldSettings settings,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.turns = turns;
        this.ground = ground;
        this.settings = settings;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param at by the phone's clock, as is `sentAt`
    public record Wish(UUID clientId, boolean on, Fix fix, Instant at, Instant sentAt) {}

    /// Signs on or off, once. Signing on twice goes on with the same turn. Refused with
    /// `patrol.client-id-taken` when somebody else used the id.
    public Signed sign(Wish wish, Actor actor) {
        return Objects.requireNonNull(transaction.execute(_ -> signLocked(wish, actor)));
    }

    private Signed signLocked(Wish wish, Actor actor) {
        turns.lockPerson(actor.id());
        var known = turns.findSign(wish.clientId());
        if (known.isPresent()) {
            return ownOf(known.get(), wish.clientId(), actor);
        }
        var now = clock.instant();
        var told = wish.at().isAfter(wish.sentAt()) ? wish.sentAt() : wish.at();
        // What the database keeps, or it would round a beginning up over the first position.
        var at = told.truncatedTo(ChronoUnit.MICROS);
        var time = PhoneTime.of(at, wish.sentAt(), now);
        var fence = fence(wish.fix(), actor);
        var before = turns.findLatest(actor.id(), at);
        var turn = wish.on() ? on(before, time, fence, actor) : off(before, time);
        turns.endForgotten(actor.id(), settings.longestDuty(), now);
        var answer = new Signed(actor.id(), wish.on(), fence);
        turns.saveSign(
                new Sign(
                        wish.clientId(),
                        turn,
                        wish.on(),
                        time,
                        wish.sentAt(),
                        now,
                        wish.fix(),
                        answer));
        return answer;
    }

    private static Signed ownOf(Signed known, UUID clientId, Actor actor) {
        if (!known.person().equals(actor.id())) {
            throw taken(clientId);
        }
        return known;
    }

    static RefusedException taken(UUID clientId) {
        return new RefusedException(
                "patrol.client-id-taken",
                "The id (%s) was used before by somebody else.".formatted(clientId),
                "Make a fresh UUID for each thing that is sent.");
    }

    private Optional<Long> on(Optional<Turn> before, PhoneTime time, Fence fence, Actor actor) {
        return before.filter(turn -> turn.holds(time.at()))
                .map(Turn::id)
                .or(() -> Optional.of(turns.start(actor.id(), time, fence)));
    }

    private Optional<Long> off(Optional<Turn> before, PhoneTime time) {
        var ending = before.filter(turn -> endsWith(turn, time.at()));
        ending.ifPresent(turn -> turns.end(turn.id(), time.at(), time.at().plus(turn.skew())));
        return ending.map(Turn::id);
    }

    private static boolean endsWith(Turn turn, Instant at) {
        return turn.end()
                .map(end ->
                        end == Turn.End.RULE
                                && turn.phoneTo()
                                        .filter(to -> at.isBefore(to.plus(LATE_OFF)))
                                        .isPresent())
                .orElse(true);
    }

    /// Who is posted nowhere that has an outline stands outside by no distance that can be told.
    private Fence fence(Fix fix, Actor actor) {
        boolean inCity = territory.findPlace(fix.longitude(), fix.latitude()).isPresent();
        return ground.getGround()
                .findNearest(FieldGround.reach(actor), fix.longitude(), fix.latitude(), inCity)
                .map(near ->
                        new Fence(
                                near.metres() <= settings.fenceMetres(),
                                near.metres(),
                                near.area().level(),
                                near.area().unit()))
                .orElseGet(() -> new Fence(false, 0, "", ""));
    }

    /// The person's turns that touch the city's day of now, in the order they began.
    public List<Turn> listToday(Actor actor) {
        var now = clock.instant();
        turns.endForgotten(actor.id(), settings.longestDuty(), now);
        return listTurns(List.of(actor.id()), LocalDate.ofInstant(now, territory.getCity().zone()));
    }

    /// Turns that touch a day of the city.
    List<Turn> listTurns(List<String> people, LocalDate day) {
        var zone = territory.getCity().zone();
        return turns.listTurns(
                people,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// Ends the turns of everybody that nobody signed off; answers how many.
    public int endForgotten() {
        return turns.endForgotten("", settings.longestDuty(), clock.instant());
    }
}
