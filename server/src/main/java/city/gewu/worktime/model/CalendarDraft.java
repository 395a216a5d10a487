package city.gewu.worktime.model;

import city.gewu.worktime.model.CalendarFile.Day;
import city.gewu.worktime.model.CalendarFile.Days;
import city.gewu.worktime.model.CalendarFile.Hours;
import city.gewu.worktime.model.CalendarFile.Yearly;
import city.gewu.worktime.model.CalendarFile.Zone;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A calendar as people write it, right or not yet: everything as the text of its file.
///
/// @param firstDay `2026-01-01`
/// @param holidays `2026-10-01` or `2026-10-01/2026-10-07`
/// @param makeUpWorkdays `2026-10-10`
public record CalendarDraft(
        String zone,
        String firstDay,
        String lastDay,
        List<Part> seasons,
        List<String> holidays,
        List<String> makeUpWorkdays) {

    public CalendarDraft {
        seasons = List.copyOf(seasons);
        holidays = List.copyOf(holidays);
        makeUpWorkdays = List.copyOf(makeUpWorkdays);
    }

    /// The weekly hours of a part of every year.
    ///
    /// @param from `10-01`
    /// @param week hours such as `08:00-12:00` by weekday
    public record Part(String from, String to, Map<DayOfWeek, List<String>> week) {

        public Part {
            var copy = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
            week.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
            week = copy;
        }
    }

    public static CalendarDraft of(CalendarFile file) {
        return new CalendarDraft(
                file.zone().id().getId(),
                file.firstDay().date().toString(),
                file.lastDay().date().toString(),
                file.seasons().stream().map(CalendarDraft::part).toList(),
                file.holidays().stream().map(CalendarDraft::text).toList(),
                file.makeUpWorkdays().stream().map(day -> day.date().toString()).toList());
    }

    private static Part part(CalendarFile.Part season) {
        var week = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
        season.week()
                .forEach((day, hours) -> week.put(day, hours.stream().map(Hours::text).toList()));
        return new Part(season.from().text(), season.to().text(), week);
    }

    private static String text(Days days) {
        return days.first().equals(days.last())
                ? days.first().toString()
                : "%s/%s".formatted(days.first(), days.last());
    }

    /// What is wrong with it, and where.
    public List<CalendarFinding> check() {
        return new CalendarCheck(this).check();
    }

    /// Only of one without blocking findings.
    public CalendarFile toFile(String version) {
        return new CalendarFile(
                version,
                Zone.read(zone),
                Day.read(firstDay),
                Day.read(lastDay),
                seasons.stream().map(CalendarDraft::toPart).toList(),
                holidays.stream().map(Days::read).toList(),
                makeUpWorkdays.stream().map(Day::read).toList());
    }

    private static CalendarFile.Part toPart(Part part) {
        var week = new LinkedHashMap<DayOfWeek, List<Hours>>();
        part.week()
                .forEach((day, hours) -> week.put(day, hours.stream().map(Hours::read).toList()));
        return new CalendarFile.Part(Yearly.read(part.from()), Yearly.read(part.to()), week);
    }

    /// The file it is kept as.
    public String toYaml(String version) {
        var text = new StringBuilder();
        text.append("version: ").append(version).append('\n');
        text.append("zone: ").append(zone).append('\n');
        text.append("firstDay: ").append(firstDay).append('\n');
        text.append("lastDay: ").append(lastDay).append('\n');
        text.append("seasons:\n");
        for (Part part : seasons) {
            text.append("  - from: ").append(part.from()).append('\n');
            text.append("    to: ").append(part.to()).append('\n');
            text.append(part.week().isEmpty() ? "    week: {}\n" : "    week:\n");
            part.week()
                    .forEach((day, hours) ->
                            text.append(
                                    "      %s: [%s]\n".formatted(day, String.join(", ", hours))));
        }
        list(text, "holidays", holidays);
        list(text, "makeUpWorkdays", makeUpWorkdays);
        return text.toString();
    }

    private static void list(StringBuilder text, String name, List<String> days) {
        text.append(name).append(days.isEmpty() ? ": []\n" : ":\n");
        days.forEach(day -> text.append("  - ").append(day).append('\n'));
    }
}
