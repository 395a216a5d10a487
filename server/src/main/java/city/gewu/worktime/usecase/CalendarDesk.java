package city.gewu.worktime.usecase;

import city.gewu.platform.LaidDown;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.model.CalendarDay;
import city.gewu.worktime.model.CalendarDraft;
import city.gewu.worktime.model.CalendarFile;
import city.gewu.worktime.model.CalendarFinding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Shows the calendars that were laid down, and what a drafted one would mean.
@Component
public class CalendarDesk {

    /// More changed days than these are counted, not listed.
    private static final int MOST_CHANGES = 120;

    private final CalendarMemory calendars;
    private final Clock clock;

    CalendarDesk(CalendarMemory calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param days of the year asked for; none while anything blocking is found
    /// @param changes against the calendar in force, from today on, the first of them
    /// @param changed how many days change
    public record Checked(
            List<CalendarFinding> findings,
            List<CalendarDay> days,
            List<CalendarDay.Change> changes,
            int changed) {}

    public List<LaidDown> listLaidDown() {
        return calendars.listLaidDown();
    }

    public Instant now() {
        return clock.instant();
    }

    public Optional<LaidDown> findInForce() {
        return LaidDown.findInForce(listLaidDown(), now());
    }

    /// One that was laid down at any time.
    public CalendarDraft get(long number) {
        return listLaidDown().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .flatMap(one -> find(one.version()))
                .map(CalendarDraft::of)
                .orElseThrow(() ->
                        new RefusedException(
                                "worktime.unknown-calendar",
                                "No calendar (%d) was laid down.".formatted(number),
                                "Choose one of the list."));
    }

    public Optional<CalendarDraft> findDraftInForce() {
        return findFileInForce().map(CalendarDraft::of);
    }

    private Optional<CalendarFile> findFileInForce() {
        return findInForce().flatMap(one -> find(one.version()));
    }

    private Optional<CalendarFile> find(String version) {
        return calendars.find(version).map(CalendarReader.Read::file);
    }

    public Checked check(CalendarDraft draft, int year) {
        var findings = draft.check();
        if (findings.stream().anyMatch(CalendarFinding::blocking)) {
            return new Checked(findings, List.of(), List.of(), 0);
        }
        var file = draft.toFile("draft");
        var changes =
                findFileInForce()
                        .map(before -> CalendarDay.listChanges(before, file, today(file)))
                        .orElse(List.of());
        return new Checked(
                findings,
                CalendarDay.list(file, year),
                changes.stream().limit(MOST_CHANGES).toList(),
                changes.size());
    }

    private LocalDate today(CalendarFile file) {
        return LocalDate.ofInstant(now(), file.zone().id());
    }

    /// The year that a page shows first.
    public int thisYear() {
        return findFileInForce()
                .map(this::today)
                .orElseGet(() -> LocalDate.ofInstant(now(), ZoneOffset.UTC))
                .getYear();
    }
}
