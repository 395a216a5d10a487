package city.gewu.audit.usecase;

import city.gewu.audit.ActorNames;
import city.gewu.audit.store.AuditSeals;
import city.gewu.audit.store.AuditSeals.Seal;
import city.gewu.audit.store.AuditSearch;
import city.gewu.audit.store.AuditSearch.Filter;
import city.gewu.audit.store.LoggedEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The log as the audit administrator reads it.
@Component
public class AuditDesk {

    private static final int LONGEST_PAGE = 200;
    private static final int EXPORTED_AT_ONCE = 2000;

    private final AuditSearch search;
    private final AuditSeals seals;
    private final ObjectProvider<ActorNames> names;

    AuditDesk(AuditSearch search, AuditSeals seals, ObjectProvider<ActorNames> names) {
        this.search = search;
        this.seals = seals;
        this.names = names;
    }

    /// @param next what the next page ends before; empty on the last
    public record Page(List<NamedEntry> entries, Optional<Long> next) {}

    /// @param actorName empty text for an id that is nobody's
    public record NamedEntry(LoggedEntry entry, String actorName) {}

    public Page list(Filter filter, long before, int limit) {
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        var found = search.list(filter, before, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                named(shown),
                found.size() > size ? Optional.of(shown.getLast().seq()) : Optional.empty());
    }

    /// Shows every entry that the filter finds, newest first.
    public void each(Filter filter, Consumer<NamedEntry> to) {
        long before = Long.MAX_VALUE;
        while (true) {
            var page = search.list(filter, before, EXPORTED_AT_ONCE);
            named(page).forEach(to);
            if (page.size() < EXPORTED_AT_ONCE) {
                return;
            }
            before = page.getLast().seq();
        }
    }

    public List<Seal> listSeals(LocalDate from, LocalDate to) {
        return seals.list(from, to);
    }

    private List<NamedEntry> named(List<LoggedEntry> entries) {
        var ids = entries.stream().map(LoggedEntry::actor).collect(Collectors.toSet());
        var known =
                names.stream().findFirst().map(answering -> answering.names(ids)).orElse(Map.of());
        return entries.stream()
                .map(entry -> new NamedEntry(entry, known.getOrDefault(entry.actor(), "")))
                .toList();
    }
}
