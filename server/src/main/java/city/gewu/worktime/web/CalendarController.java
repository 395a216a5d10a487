package city.gewu.worktime.web;

import city.gewu.audit.ActorNames;
import city.gewu.audit.Audit;
import city.gewu.platform.LaidDown;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.worktime.usecase.CalendarDesk;
import city.gewu.worktime.usecase.CalendarDesk.Checked;
import city.gewu.worktime.usecase.LayDownCalendar;
import city.gewu.worktime.usecase.LayDownCalendar.Act;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The working calendar (工作日历): what holds, what a changed one would mean, and laying it down.
@RestController
@RequestMapping("/api/calendars")
@Needs(Right.MANAGE_CITY)
class CalendarController {

    private final CalendarDesk desk;
    private final LayDownCalendar layDown;
    private final ObjectProvider<ActorNames> names;

    CalendarController(
            CalendarDesk desk, LayDownCalendar layDown, ObjectProvider<ActorNames> names) {
        this.desk = desk;
        this.layDown = layDown;
        this.names = names;
    }

    /// @param number of the one in force, 0 before the first
    /// @param last number of the last that was laid down
    /// @param calendar in force; absent before the first
    /// @param laidDown the newest first
    record CalendarsBody(
            long number,
            long last,
            int year,
            @Nullable CalendarBody calendar,
            List<LaidDown.Told> laidDown) {}

    record CheckRequest(@NotNull @Valid CalendarBody calendar, @Min(1970) @Max(2200) int year) {}

    /// @param basedOn number of the last one laid down that was looked at
    /// @param since from when it is to count; absent for now
    record NewCalendarRequest(
            @NotNull @Valid CalendarBody calendar,
            long basedOn,
            @Nullable Instant since,
            @NotNull @Size(max = 2000) String reason) {}

    record WithdrawalRequest(@NotNull @Size(max = 2000) String reason) {}

    @GetMapping
    CalendarsBody list() {
        var all = desk.listLaidDown();
        return new CalendarsBody(
                desk.findInForce().map(LaidDown::number).orElse(0L),
                all.isEmpty() ? 0 : all.getLast().number(),
                desk.thisYear(),
                desk.findDraftInForce().map(CalendarBody::of).orElse(null),
                LaidDown.tell(all, names(all), desk.now()));
    }

    private Map<String, String> names(List<LaidDown> all) {
        return Optional.ofNullable(names.getIfAvailable())
                .map(known -> known.names(LaidDown.listActors(all)))
                .orElse(Map.of());
    }

    /// One that was laid down at any time.
    @GetMapping("/{number}")
    CalendarBody get(@PathVariable long number) {
        return CalendarBody.of(desk.get(number));
    }

    /// What is wrong with a drafted calendar, its days of a year, and the days it changes. Nothing
    /// is kept.
    @PostMapping("/checks")
    Checked check(@Valid @RequestBody CheckRequest wanted) {
        return desk.check(wanted.calendar().toDraft(), wanted.year());
    }

    @PostMapping
    CalendarsBody layDown(
            @Valid @RequestBody NewCalendarRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        layDown.layDown(
                wanted.calendar().toDraft(),
                new Act(
                        wanted.basedOn(),
                        Optional.ofNullable(wanted.since()),
                        wanted.reason().strip(),
                        person));
        var list = list();
        var laid = list.laidDown().getFirst();
        Audit.detail(http, "version", laid.version());
        Audit.detail(http, "since", laid.since().toString());
        Audit.detail(http, "reason", laid.reason());
        return list;
    }

    @PostMapping("/{number}/withdrawal")
    CalendarsBody withdraw(
            @PathVariable long number,
            @Valid @RequestBody WithdrawalRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        layDown.withdraw(number, wanted.reason().strip(), person);
        Audit.detail(http, "reason", wanted.reason().strip());
        return list();
    }
}
