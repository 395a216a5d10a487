package city.gewu.people.usecase;

import city.gewu.people.Post;
import city.gewu.people.Separation;
import city.gewu.people.Separation.Kind;
import city.gewu.people.Separations;
import city.gewu.people.model.SeparationRules;
import city.gewu.people.store.SeparationStore;
import city.gewu.people.store.SeparationStore.Switch;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The rules of separation with what the city set on and off, kept in memory once read.
@Component
public class CitySeparations implements Separations {

    private static final int NAMED_HOLDERS = 5;

    private final List<Separation> written = SeparationFile.read();
    private final SeparationStore switches;
    private final CityDay day;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable SeparationRules known;

    CitySeparations(
            SeparationStore switches, CityDay day, TransactionTemplate transaction, Clock clock) {
        this.switches = switches;
        this.day = day;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Separation> listSeparations() {
        return rules().listSeparations();
    }

    @Override
    public Optional<Separation> findExclusive(Set<Post> posts) {
        return rules().findExclusive(posts);
    }

    @Override
    public Optional<Separation> findApart(Part one, Part other) {
        return rules().findApart(one, other);
    }

    private SeparationRules rules() {
        var read = known;
        return read == null ? readAgain() : read;
    }

    /// What was read before somebody set a rule is never remembered after.
    private synchronized SeparationRules readAgain() {
        var read = read();
        known = read;
        return read;
    }

    private synchronized void forget() {
        known = null;
    }

    private SeparationRules read() {
        Map<String, Boolean> set = switches.listSwitches();
        return new SeparationRules(
                written.stream()
                        .map(rule ->
                                rule.switchable()
                                        ? with(rule, set.getOrDefault(rule.code(), true))
                                        : rule)
                        .toList());
    }

    private static Separation with(Separation rule, boolean enforced) {
        return new Separation(
                rule.code(),
                rule.kind(),
                rule.first(),
                rule.second(),
                rule.words(),
                rule.source(),
                rule.switchable(),
                enforced);
    }

    /// The rules of this moment, which nobody sets until the transaction ends.
    SeparationRules hold() {
        switches.hold();
        return read();
    }

    /// Sets a rule on or off; refused while somebody holds what it keeps apart.
    ///
    /// @param by id of the person who sets it
    public Separation set(String code, boolean enforced, String reason, String by) {
        var rule = require(code);
        if (reason.isBlank()) {
            throw new RefusedException(
                    "people.missing-reason",
                    "The rule (%s) is set without a reason.".formatted(code),
                    "Say why it is set on or off.");
        }
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            switches.save(new Switch(code, enforced, reason, by), now);
            if (enforced && rule.kind() == Kind.POSTS) {
                requireNoHolders(
                        rule, switches.listHolders(rule.first(), rule.second(), day.of(now)));
            }
        });
        forget();
        return with(rule, enforced);
    }

    private Separation require(String code) {
        var rule =
                new SeparationRules(written)
                        .find(code)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "people.unknown-separation",
                                        "There is no rule of separation (%s).".formatted(code),
                                        "Choose one of the rules listed."));
        if (!rule.switchable()) {
            throw new RefusedException(
                    "people.fixed-separation",
                    "The rule (%s) is not the city's to set (%s)."
                            .formatted(code, rule.source().isEmpty() ? "fixed" : rule.source()),
                    "Leave it on.");
        }
        return rule;
    }

    private static void requireNoHolders(Separation rule, List<String> holders) {
        if (!holders.isEmpty()) {
            throw new RefusedException(
                    "people.separation-broken",
                    "People (%d) hold posts that the rule (%s) keeps apart: %s."
                            .formatted(
                                    holders.size(),
                                    rule.code(),
                                    String.join(
                                            ", ", holders.stream().limit(NAMED_HOLDERS).toList())),
                    "End one of the two postings of each of them first.");
        }
    }
}
