package city.gewu.worktime.web;

import city.gewu.worktime.model.CalendarDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/// A calendar as JSON: the texts of its file, right or not yet.
record CalendarBody(
        @NotNull @Size(max = 60) String zone,
        @NotNull @Size(max = 20) String firstDay,
        @NotNull @Size(max = 20) String lastDay,
        @NotNull @Size(max = 20) List<@NotNull @Valid PartBody> seasons,
        @NotNull @Size(max = 1000) List<@NotNull @Size(max = 30) String> holidays,
        @NotNull @Size(max = 1000) List<@NotNull @Size(max = 20) String> makeUpWorkdays) {

    record PartBody(
            @NotNull @Size(max = 10) String from,
            @NotNull @Size(max = 10) String to,
            @NotNull
                    Map<DayOfWeek, @NotNull @Size(max = 10) List<@NotNull @Size(max = 20) String>>
                            week) {}

    static CalendarBody of(CalendarDraft draft) {
        return new CalendarBody(
                draft.zone(),
                draft.firstDay(),
                draft.lastDay(),
                draft.seasons().stream()
                        .map(part -> new PartBody(part.from(), part.to(), part.week()))
                        .toList(),
                draft.holidays(),
                draft.makeUpWorkdays());
    }

    CalendarDraft toDraft() {
        return new CalendarDraft(
                zone.strip(),
                firstDay.strip(),
                lastDay.strip(),
                seasons.stream()
                        .map(part ->
                                new CalendarDraft.Part(
                                        part.from().strip(), part.to().strip(), part.week()))
                        .toList(),
                holidays.stream().map(String::strip).toList(),
                makeUpWorkdays.stream().map(String::strip).toList());
    }
}
