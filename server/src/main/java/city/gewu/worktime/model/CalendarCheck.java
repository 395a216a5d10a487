package city.gewu.worktime.model;

import city.gewu.engine.worktime.WorkCalendar;
import city.gewu.engine.worktime.WorkPeriod;
import city.gewu.worktime.model.CalendarFile.Day;
import city.gewu.worktime.model.CalendarFile.Days;
import city.gewu.worktime.model.CalendarFile.Hours;
import city.gewu.worktime.model.CalendarFile.Yearly;
import city.gewu.worktime.model.CalendarFile.Zone;
import city.gewu.worktime.model.CalendarFinding.Code;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks through a drafted calendar and tells everything that is wrong, each with where it stands.
final class CalendarCheck {

    private static final int MOST_YEARS = 30;

    private final CalendarDraft draft;
    private final List<CalendarFinding> findings = new ArrayList<>();

    CalendarCheck(CalendarDraft draft) {
        this.draft = draft;
    }

    List<CalendarFinding> check() {
        read("bounds", 0, Code.UNKNOWN_ZONE, draft.zone(), Zone::read);
        var first = read("bounds", 0, Code.BAD_DAY, draft.firstDay(), Day::read).map(Day::date);
        var last = read("bounds", 1, Code.BAD_DAY, draft.lastDay(), Day::read).map(Day::date);
        if (first.isPresent() && last.isPresent()) {
            span(first.get(), last.get());
        }
        for (int i = 0; i < draft.seasons().size(); i++) {
            season(i, draft.seasons().get(i));
        }
        holidays();
        makeUps();
        if (findings.stream().noneMatch(CalendarFinding::blocking)) {
            seasonsOf(first.orElseThrow());
        }
        if (findings.stream().noneMatch(CalendarFinding::blocking)) {
            whole();
        }
        return List.copyOf(findings);
    }

    private void span(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.isAfter(first.plusYears(MOST_YEARS))) {
            add("bounds", 1, Code.BAD_SPAN, "%s/%s".formatted(first, last), true);
        }
    }

    private void season(int index, CalendarDraft.Part part) {
        read("season", index, Code.BAD_DAY, part.from(), Yearly::read);
        read("season", index, Code.BAD_DAY, part.to(), Yearly::read);
        part.week()
                .forEach((_, hours) -> {
                    Optional<WorkPeriod> before = Optional.empty();
                    for (String text : hours) {
                        var period =
                                read("season", index, Code.BAD_HOURS, text, Hours::read)
                                        .map(Hours::period);
                        if (before.isPresent() && period.isPresent()) {
                            inOrder(index, text, before.get(), period.get());
                        }
                        before = period;
                    }
                });
    }

    private void inOrder(int index, String text, WorkPeriod before, WorkPeriod next) {
        boolean overMidnight = !before.to().isAfter(before.from());
        if (overMidnight || next.from().isBefore(before.to())) {
            add("season", index, Code.OVERLAPPING_HOURS, text, true);
        }
    }

    private void holidays() {
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < draft.holidays().size(); i++) {
            var text = draft.holidays().get(i);
            var days = read("holiday", i, Code.BAD_DAY, text, Days::read);
            if (days.isEmpty()) {
                continue;
            }
            var all = days.get().first().datesUntil(days.get().last().plusDays(1)).toList();
            if (all.stream().filter(day -> !seen.add(day)).count() > 0) {
                add("holiday", i, Code.TWICE, text, false);
            }
            if (outside(days.get().first()) || outside(days.get().last())) {
                add("holiday", i, Code.OUTSIDE, text, false);
            }
        }
    }

    private void makeUps() {
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < draft.makeUpWorkdays().size(); i++) {
            var text = draft.makeUpWorkdays().get(i);
            var day = read("makeUp", i, Code.BAD_DAY, text, Day::read).map(Day::date);
            if (day.isEmpty()) {
                continue;
            }
            if (!seen.add(day.get())) {
                add("makeUp", i, Code.TWICE, text, false);
            }
            if (outside(day.get())) {
                add("makeUp", i, Code.OUTSIDE, text, false);
            }
            if (isHoliday(day.get())) {
                add("makeUp", i, Code.BOTH, text, true);
            } else if (day.get().getDayOfWeek().getValue() <= 5) {
                add("makeUp", i, Code.WORKED_ANYWAY, text, false);
            }
        }
    }

    private boolean isHoliday(LocalDate day) {
        return draft.holidays().stream()
                .flatMap(text -> attempt(text, Days::read).stream())
                .anyMatch(days -> !day.isBefore(days.first()) && !day.isAfter(days.last()));
    }

    private boolean outside(LocalDate day) {
        return attempt(draft.firstDay(), LocalDate::parse).filter(day::isBefore).isPresent()
                || attempt(draft.lastDay(), LocalDate::parse).filter(day::isAfter).isPresent();
    }

    /// Four years from the first day on hold every day there is; the first fault is enough.
    private void seasonsOf(LocalDate first) {
        var seasons =
                draft.toFile("draft").seasons().stream().map(CalendarFile.Part::season).toList();
        first.datesUntil(first.plusYears(4))
                .filter(day ->
                        seasons.stream()
                                        .filter(one ->
                                                holds(one.from(), one.to(), MonthDay.from(day)))
                                        .count()
                                != 1)
                .findFirst()
                .ifPresent(day -> add("season", 0, Code.NOT_ONE_SEASON, day.toString(), true));
    }

    private static boolean holds(MonthDay from, MonthDay to, MonthDay day) {
        boolean after = !day.isBefore(from);
        boolean before = !day.isAfter(to);
        return from.isAfter(to) ? after || before : after && before;
    }

    private void whole() {
        try {
            var calendar = new WorkCalendar(draft.toFile("draft").rules());
            if (calendar.firstDay()
                    .datesUntil(calendar.lastDay().plusDays(1))
                    .noneMatch(calendar::isWorkDay)) {
                add("season", 0, Code.UNUSABLE, "0", true);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            add("bounds", 0, Code.UNUSABLE, String.valueOf(e.getMessage()), true);
        }
    }

    private <T> Optional<T> read(
            String part, int index, Code code, String text, Function<String, T> reader) {
        var read = attempt(text, reader);
        if (read.isEmpty()) {
            add(part, index, code, text, true);
        }
        return read;
    }

    private static <T> Optional<T> attempt(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private void add(String part, int index, Code code, String value, boolean blocking) {
        findings.add(new CalendarFinding(part, index, code, value, blocking));
    }
}
