package city.gewu.territory.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.territory.model.Finding;
import city.gewu.territory.model.ImportPlan;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.model.UnitVersion;
import city.gewu.territory.store.CityStore;
import city.gewu.territory.store.DraftStore;
import city.gewu.territory.store.UnitStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings a draft into force from a day on. The versions are written now; the snapshot is swapped
/// whole when that day begins in the city, also after a restart.
@Component
public class ApplyDraft {

    private final DrawGrids grids;
    private final CheckDraft check;
    private final Stores stores;
    private final TerritoryMemory memory;
    private final TransactionOperations transaction;

    /// What a swap writes.
    @Component
    record Stores(CityStore cities, UnitStore units, DraftStore drafts, Clock clock) {}

    public record Applied(
            LocalDate effectiveOn, List<String> added, List<String> changed, List<String> ended) {}

    ApplyDraft(
            DrawGrids grids,
            CheckDraft check,
            Stores stores,
            TerritoryMemory memory,
            TransactionOperations transaction) {
        this.grids = grids;
        this.check = check;
        this.stores = stores;
        this.memory = memory;
        this.transaction = transaction;
    }

    public Applied apply(UUID id, String person, LocalDate day) {
        memory.refresh();
        LocalDate today = memory.getSnapshot().day();
        if (day.isBefore(today)) {
            throw badDate(
                    "The date (%s) lies before today, (%s).".formatted(day, today),
                    "Choose today or a later day.");
        }
        Applied applied = transaction.execute(_ -> write(id, person, day));
        memory.refresh();
        return applied;
    }

    private Applied write(UUID id, String person, LocalDate day) {
        stores.cities().lockCity();
        DraftedLevel level = grids.get(id, person);
        var checked = requireSound(level);
        String code = level.draft().level();
        List<UnitVersion> latest = stores.units().listLatest(code);
        var plan = ImportPlan.of(latest, level.after().units(), day);
        if (plan.changesNothing()) {
            throw new RefusedException(
                    "territory.nothing-drawn",
                    "The draft of the level (%s) changes nothing.".formatted(code),
                    "Draw something first, or withdraw the draft.");
        }
        requireOlder(latest, plan.retired(), day);
        var closed = new ArrayList<>(plan.retired());
        plan.changed().forEach(unit -> closed.add(unit.code()));
        stores.units().closeVersions(code, closed, day);
        stores.units().insertVersions(code, plan.added(), day);
        stores.units().insertVersions(code, plan.changed(), day);
        give(checked.moved(), day);
        stores.drafts().endDraft(id, "APPLIED", stores.clock().instant(), Optional.of(day));
        stores.cities().advanceRevision();
        return new Applied(day, codes(plan.added()), codes(plan.changed()), plan.retired());
    }

    /// Units below that come to lie in another unit name it from that day on; their codes stay.
    private void give(List<UnitVersion> children, LocalDate day) {
        children.stream()
                .collect(Collectors.groupingBy(child -> child.unit().unit().level()))
                .forEach((level, moved) -> {
                    var codes = moved.stream().map(child -> child.unit().code()).toList();
                    requireOlder(moved, codes, day);
                    stores.units().closeVersions(level, codes, day);
                    stores.units()
                            .insertVersions(
                                    level, moved.stream().map(UnitVersion::unit).toList(), day);
                });
    }

    private CheckDraft.Checked requireSound(DraftedLevel level) {
        var checked = check.check(level);
        var blocking = checked.findings().stream().filter(Finding::blocking).toList();
        if (!blocking.isEmpty()) {
            throw new RefusedException(
                    "territory.unsound-draft",
                    "The draft has (%d) findings that must be put right; the first is (%s)."
                            .formatted(blocking.size(), blocking.getFirst().kind()),
                    "Open the findings, draw what they show anew, and check again.");
        }
        return checked;
    }

    /// A version that ended on the day it began would leave no trace of its code.
    private static void requireOlder(List<UnitVersion> latest, List<String> ended, LocalDate day) {
        for (UnitVersion version : latest) {
            if (ended.contains(version.unit().code()) && !version.validFrom().isBefore(day)) {
                throw badDate(
                        "The unit (%s) would end on (%s), the day it begins."
                                .formatted(version.unit().code(), day),
                        "Choose a later day.");
            }
        }
    }

    private static List<String> codes(List<UnitShape> units) {
        return units.stream().map(UnitShape::code).toList();
    }

    private static RefusedException badDate(String why, String advice) {
        return new RefusedException("territory.bad-effective-date", why, advice);
    }
}
