package city.gewu.worktime.usecase;

import city.gewu.platform.LaidDown;
import city.gewu.platform.Moments;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Sha256;
import city.gewu.worktime.model.CalendarDraft;
import city.gewu.worktime.model.CalendarFinding;
import city.gewu.worktime.store.CalendarStore;
import city.gewu.worktime.store.CalendarStore.StoredCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts calendars in force, from now or from a later moment on. Clocks that run keep the due time
/// they were given.
@Component
public class LayDownCalendar {

    private final CalendarStore calendars;
    private final CalendarMemory memory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LayDownCalendar(
            CalendarStore calendars,
            CalendarMemory memory,
            TransactionTemplate transaction,
            Clock clock) {
        this.calendars = calendars;
        this.memory = memory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Who lays down, on what they looked at, from when, and why.
    ///
    /// @param basedOn number of the last one laid down that they have seen
    /// @param since empty for now
    public record Act(long basedOn, Optional<Instant> since, String reason, String author) {}

    void importFile(String file, byte[] yaml) {
        var content = new String(yaml, StandardCharsets.UTF_8);
        var read = CalendarReader.read(file, content);
        var calendar = new StoredCalendar(read.version(), Sha256.hex(yaml), file, content);
        transaction.executeWithoutResult(_ -> putInForce(calendar));
        memory.refresh();
    }

    private void putInForce(StoredCalendar calendar) {
        calendars.lock();
        var known = calendars.find(calendar.version());
        if (known.isPresent() && !known.get().hash().equals(calendar.hash())) {
            throw new RefusedException(
                    "worktime.version-taken",
                    "The calendar version (%s) of the file (%s) is already known with other content."
                            .formatted(calendar.version(), calendar.file()),
                    "Give the changed calendar a version of its own.");
        }
        var now = now();
        if (known.isEmpty()) {
            calendars.insert(calendar, now);
        }
        var inForce = LaidDown.findInForce(calendars.listLaidDown(), now).map(LaidDown::version);
        if (!inForce.equals(Optional.of(calendar.version()))) {
            calendars.layDown(calendar.version(), now, now, "", calendar.file());
        }
    }

    /// Lays a drafted calendar down under a version made from its content. Refused with
    /// `worktime.bad-calendar`, `worktime.stale-calendar`, `worktime.bad-moment`,
    /// `worktime.missing-reason` or `worktime.nothing-changed`.
    public void layDown(CalendarDraft draft, Act act) {
        requireReason(act.reason());
        requireSound(draft);
        transaction.executeWithoutResult(_ -> insert(draft, act));
        memory.refresh();
    }

    private void insert(CalendarDraft draft, Act act) {
        calendars.lock();
        var now = now();
        var all = calendars.listLaidDown();
        long last = LaidDown.lastNumber(all);
        if (last != act.basedOn()) {
            throw new RefusedException(
                    "worktime.stale-calendar",
                    "The calendar (%d) was laid down since you looked at (%d)."
                            .formatted(last, act.basedOn()),
                    "Load the page again and make the change on what holds now.");
        }
        var since = act.since().map(Moments::micros).orElse(now);
        if (since.isBefore(now)) {
            throw new RefusedException(
                    "worktime.bad-moment",
                    "The moment (%s) has passed.".formatted(since),
                    "Choose now or a later moment; clocks of the past are not computed again.");
        }
        var stored = store(draft, now);
        if (LaidDown.findInForce(all, since)
                .map(LaidDown::version)
                .equals(Optional.of(stored.version()))) {
            throw new RefusedException(
                    "worktime.nothing-changed",
                    "The calendar (%s) holds then anyway.".formatted(stored.version()),
                    "Change something first.");
        }
        calendars.layDown(stored.version(), since, now, act.author(), act.reason());
    }

    /// The same content has the same version, whenever it is laid down.
    private StoredCalendar store(CalendarDraft draft, Instant now) {
        var hash = Sha256.hex(draft.toYaml(""));
        var version = "desk-" + hash.substring(0, 12);
        var known = calendars.find(version);
        if (known.isPresent()) {
            return known.get();
        }
        var yaml = draft.toYaml(version);
        var stored = new StoredCalendar(version, Sha256.hex(yaml), version + ".yaml", yaml);
        calendars.insert(stored, now);
        return stored;
    }

    /// Takes back one that does not count yet.
    public void withdraw(long number, String reason, String author) {
        requireReason(reason);
        transaction.executeWithoutResult(_ -> {
            calendars.lock();
            var all = calendars.listLaidDown();
            var now = now();
            if (!LaidDown.isComing(all, number, now)) {
                throw new RefusedException(
                        "worktime.not-coming",
                        "The calendar (%d) does not wait for its day.".formatted(number),
                        "Only one that does not count yet can be withdrawn.");
            }
            calendars.withdraw(number, now, author, reason);
        });
        memory.refresh();
    }

    private static void requireSound(CalendarDraft draft) {
        var findings = draft.check().stream().filter(CalendarFinding::blocking).toList();
        if (!findings.isEmpty()) {
            throw new RefusedException(
                    "worktime.bad-calendar",
                    "The calendar has (%d) faults: %s."
                            .formatted(
                                    findings.size(),
                                    findings.stream()
                                            .limit(5)
                                            .map(one ->
                                                    "%s (%s)".formatted(one.code(), one.value()))
                                            .collect(Collectors.joining(", "))),
                    "Mend these days and hours first.");
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RefusedException(
                    "worktime.missing-reason",
                    "The calendar needs a reason.",
                    "Say in a sentence why it changes.");
        }
    }

    /// As the database keeps it.
    private Instant now() {
        return Moments.micros(clock.instant());
    }
}
