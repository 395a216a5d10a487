package city.gewu.territory.model;

import city.gewu.engine.spatial.Coverage;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an import of a level does to the versions that are there.
///
/// @param retired codes in force that the file no longer has
public record ImportPlan(
        List<UnitShape> added, List<UnitShape> changed, List<String> retired, int unchanged) {

    /// Refuses to change the past, and to give a code to other ground: what was counted under a
    /// code must stay what it was.
    ///
    /// @param latest newest version of each code of the level
    /// @param day first day of what changes
    public static ImportPlan of(List<UnitVersion> latest, List<UnitShape> imported, LocalDate day) {
        Map<String, UnitVersion> known = new HashMap<>();
        latest.forEach(version -> known.put(version.unit().code(), version));
        var added = new ArrayList<UnitShape>();
        var changed = new ArrayList<UnitShape>();
        int unchanged = 0;
        for (UnitShape unit : imported) {
            UnitVersion version = known.remove(unit.code());
            if (version == null) {
                added.add(unit);
            } else if (version.validTo().isEmpty() && same(version.unit(), unit)) {
                unchanged++;
            } else {
                requireSameGround(version, unit, day);
                (version.validTo().isEmpty() ? changed : added).add(unit);
            }
        }
        var retired = new ArrayList<String>();
        for (UnitVersion version : known.values()) {
            if (version.validTo().isEmpty()) {
                requireNotBefore(version, day, version.validFrom());
                retired.add(version.unit().code());
            }
        }
        retired.sort(null);
        return new ImportPlan(added, changed, retired, unchanged);
    }

    public boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty() && retired.isEmpty();
    }

    private static boolean same(UnitShape a, UnitShape b) {
        return a.unit().name().equals(b.unit().name())
                && a.unit().parent().equals(b.unit().parent())
                && a.shape().equalsExact(b.shape());
    }

    private static void requireSameGround(UnitVersion version, UnitShape unit, LocalDate day) {
        requireNotBefore(version, day, version.validTo().orElse(version.validFrom()));
        boolean reopened = version.validTo().isPresent();
        boolean sameGround =
                reopened
                        ? version.unit().shape().equalsExact(unit.shape())
                        : Coverage.shareInside(unit.shape(), version.unit().shape()) > 0;
        if (!sameGround) {
            throw new RefusedException(
                    "territory.reused-code",
                    "The code (%s) stood for other ground from (%s)%s."
                            .formatted(
                                    unit.code(),
                                    version.validFrom(),
                                    version.validTo().map(" to (%s)"::formatted).orElse("")),
                    "Give the new unit a code of its own; a code keeps its ground for ever.");
        }
    }

    private static void requireNotBefore(UnitVersion version, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest)) {
            throw new RefusedException(
                    "territory.bad-effective-date",
                    "The unit (%s) would change on (%s), before its version of (%s) began."
                            .formatted(version.unit().code(), day, earliest),
                    "Choose a date from (%s) on in the city file.".formatted(earliest));
        }
    }
}
