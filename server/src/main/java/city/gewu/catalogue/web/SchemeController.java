package city.gewu.catalogue.web;

import city.gewu.audit.ActorNames;
import city.gewu.audit.Audit;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.usecase.LayDownScheme;
import city.gewu.catalogue.usecase.LayDownScheme.Act;
import city.gewu.catalogue.usecase.SchemeDrafts;
import city.gewu.catalogue.usecase.SchemeMemory;
import city.gewu.catalogue.web.SchemeBody.LimitBody;
import city.gewu.platform.LaidDown;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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

/// The schemes that were laid down (施行), trying a limit on a case, and laying a draft down.
@RestController
@RequestMapping("/api/catalogue")
@Needs(Right.MANAGE_CITY)
class SchemeController {

    private final SchemeDrafts drafts;
    private final SchemeMemory memory;
    private final LayDownScheme layDown;
    private final ObjectProvider<ActorNames> names;

    SchemeController(
            SchemeDrafts drafts,
            SchemeMemory memory,
            LayDownScheme layDown,
            ObjectProvider<ActorNames> names) {
        this.drafts = drafts;
        this.memory = memory;
        this.layDown = layDown;
        this.names = names;
    }

    /// @param number of the one in force, 0 before the first
    /// @param last number of the last that was laid down
    /// @param laidDown the newest first
    record SchemesBody(long number, long last, List<LaidDown.Told> laidDown) {}

    /// @param at when the sample case is filed
    record TrialRequest(@NotNull Instant at, @NotNull @Valid LimitBody limit) {}

    record TrialBody(Instant startAt, Instant warnAt, Instant dueAt, String calendar) {}

    /// @param basedOn number of the last one laid down that was looked at
    /// @param since from when it is to count; absent for now
    record LayDownRequest(
            int edition,
            long basedOn,
            @Nullable Instant since,
            @NotNull @Size(max = 2000) String reason) {}

    record WithdrawalRequest(@NotNull @Size(max = 2000) String reason) {}

    @GetMapping("/schemes")
    SchemesBody list() {
        var all = memory.listLaidDown();
        return new SchemesBody(
                LaidDown.findInForce(all, memory.now()).map(LaidDown::number).orElse(0L),
                all.isEmpty() ? 0 : all.getLast().number(),
                LaidDown.tell(all, names(all), memory.now()));
    }

    private Map<String, String> names(List<LaidDown> all) {
        return Optional.ofNullable(names.getIfAvailable())
                .map(known -> known.names(LaidDown.listActors(all)))
                .orElse(Map.of());
    }

    /// One that was laid down at any time.
    @GetMapping("/schemes/{number}")
    List<MinorCategory> get(@PathVariable long number) {
        return drafts.getLaidDown(number);
    }

    /// The clock that a case gets which is given this limit at that moment, over the calendar that
    /// counts then. Nothing is kept.
    @PostMapping("/trials")
    TrialBody tryLimit(@Valid @RequestBody TrialRequest wanted) {
        var clock = drafts.tryLimit(wanted.at(), wanted.limit().toLimit());
        return new TrialBody(clock.startAt(), clock.warnAt(), clock.dueAt(), clock.calendar());
    }

    /// Lays the own draft down.
    @PostMapping("/schemes")
    SchemesBody layDown(
            @Valid @RequestBody LayDownRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        layDown.layDown(
                new Act(
                        wanted.edition(),
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

    @PostMapping("/schemes/{number}/withdrawal")
    SchemesBody withdraw(
            @PathVariable long number,
            @Valid @RequestBody WithdrawalRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        layDown.withdraw(number, wanted.reason().strip(), person);
        Audit.detail(http, "reason", wanted.reason().strip());
        return list();
    }
}
