package city.gewu.points.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.platform.Sha256;
import city.gewu.points.model.RuleBook;
import city.gewu.points.store.RuleStore;
import city.gewu.points.store.RuleStore.NewRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Every version of the rules, in memory; read again when one was added.
@Component
public class RuleShelf {

    private final RuleStore store;
    private final Clock clock;
    private volatile List<RuleBook> books = List.of();

    RuleShelf(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<RuleBook> list() {
        var known = books;
        if (store.count() != known.size()) {
            known =
                    store.list().stream()
                            .map(kept -> RuleReader.read(kept.file(), kept.content()))
                            .toList();
            books = known;
        }
        return known;
    }

    public Optional<RuleBook> findInForce(LocalDate day) {
        return RuleBook.findInForce(list(), day);
    }

    /// Keeps a file; empty when it is there already.
    Optional<RuleBook> add(String file, String content, String by) {
        var book = RuleReader.read(file, content);
        var hash = Sha256.hex(content);
        var known = store.findHash(book.version());
        if (known.filter(hash::equals).isPresent()) {
            return Optional.empty();
        }
        if (known.isPresent()) {
            throw new RefusedException(
                    "points.version-taken",
                    "Other rules have the version (%s).".formatted(book.version()),
                    "Give the file a version of its own; rules that were in force stay as they were.");
        }
        store.save(
                new NewRules(book.version(), book.from(), hash, file, content),
                clock.instant(),
                by);
        return Optional.of(book);
    }
}
