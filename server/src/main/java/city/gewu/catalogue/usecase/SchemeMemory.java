package city.gewu.catalogue.usecase;

import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.store.InForceStore;
import city.gewu.catalogue.store.SchemeStore;
import city.gewu.platform.LaidDown;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The schemes that were laid down, kept in memory; which one counts is asked of the clock each
/// time, so one laid down for later comes into force by itself.
@Component
public class SchemeMemory {

    private final SchemeStore schemes;
    private final InForceStore laidDown;
    private final Clock clock;
    private volatile @Nullable List<LaidDown> all;
    private volatile Map<String, Scheme> read = Map.of();

    /// A scheme to look things up in.
    public record Scheme(List<MinorCategory> all, Map<String, MinorCategory> byCode) {

        static Scheme of(List<MinorCategory> all) {
            return new Scheme(
                    all,
                    all.stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            MinorCategory::code, Function.identity())));
        }

        Optional<MinorCategory> find(String code) {
            return Optional.ofNullable(byCode.get(code));
        }
    }

    SchemeMemory(SchemeStore schemes, InForceStore laidDown, Clock clock) {
        this.schemes = schemes;
        this.laidDown = laidDown;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /// Everything that was ever laid down, in that order.
    public List<LaidDown> listLaidDown() {
        var known = all;
        return known == null ? refresh() : known;
    }

    /// Looks again at what was laid down, also by another server on the same database.
    @Scheduled(fixedDelay = 5_000)
    public synchronized List<LaidDown> refresh() {
        var found = laidDown.listLaidDown();
        all = found;
        return found;
    }

    /// Empty before the first.
    public Optional<Scheme> findInForce() {
        return findVersion().map(this::get);
    }

    Optional<String> findVersion() {
        return LaidDown.findInForce(listLaidDown(), now()).map(LaidDown::version);
    }

    /// A scheme never changes, so it is read once.
    public Scheme get(String version) {
        var known = read.get(version);
        return known == null ? keep(version) : known;
    }

    private synchronized Scheme keep(String version) {
        var scheme = Scheme.of(schemes.listCategories(version));
        var more = new HashMap<>(read);
        more.put(version, scheme);
        read = Map.copyOf(more);
        return scheme;
    }
}
