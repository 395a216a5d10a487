package city.gewu.facility.model;

import city.gewu.facility.Facilities.RejectedFacility;
import city.gewu.facility.Facility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.FacilityState;
import city.gewu.facility.OpeningHours;
import city.gewu.platform.Named;
import city.gewu.territory.PointFile.Ground;
import city.gewu.territory.PointFile.Row;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads rows as facilities, and says why a row is none.
public final class FacilityCheck {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Set<String> YES = Set.of("true", "yes", "1", "是");
    private static final Set<String> NO = Set.of("", "false", "no", "0", "否");

    private final Ground ground;
    private final Set<String> seen = new HashSet<>();

    public FacilityCheck(Ground ground) {
        this.ground = ground;
    }

    /// Either a facility, or why not.
    public sealed interface Verdict {

        record Taken(Facility facility) implements Verdict {}

        record Refused(RejectedFacility why) implements Verdict {}
    }

    public Verdict check(Row row) {
        var fault = findFault(row);
        return fault.isPresent()
                ? new Verdict.Refused(
                        new RejectedFacility(
                                row.row(),
                                row.field("code"),
                                fault.get(),
                                row.field(fieldOf(fault.get()))))
                : new Verdict.Taken(facility(row));
    }

    private Optional<String> findFault(Row row) {
        if (!isCode(row.field("code"))) {
            return Optional.of("bad-code");
        }
        if (findKind(row.field("kind")).isEmpty()) {
            return Optional.of("unknown-kind");
        }
        if (row.field("name").isEmpty()) {
            return Optional.of("no-name");
        }
        if (OpeningHours.find(row.field("hours")).isEmpty()) {
            return Optional.of("bad-hours");
        }
        var accessible = row.field("accessible").toLowerCase(Locale.ROOT);
        if (!YES.contains(accessible) && !NO.contains(accessible)) {
            return Optional.of("bad-accessible");
        }
        if (findState(row).isEmpty()) {
            return Optional.of("bad-state");
        }
        if (!row.isOn(ground)) {
            return Optional.of("bad-position");
        }
        return seen.add(row.field("code")) ? Optional.empty() : Optional.of("twice-in-file");
    }

    /// Whether a code is one that the register takes.
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static String fieldOf(String fault) {
        return switch (fault) {
            case "unknown-kind" -> "kind";
            case "no-name" -> "name";
            case "bad-hours" -> "hours";
            case "bad-accessible" -> "accessible";
            case "bad-state" -> "state";
            case "bad-position" -> "longitude";
            default -> "code";
        };
    }

    /// By its name in the program or its name in Chinese.
    public static Optional<FacilityKind> findKind(String text) {
        return Arrays.stream(FacilityKind.values())
                .filter(kind ->
                        kind.name().equalsIgnoreCase(text.replace('-', '_'))
                                || kind.words().zh().equals(text))
                .findFirst();
    }

    private static Optional<FacilityState> findState(Row row) {
        var text = row.field("state").replace('-', '_');
        return text.isEmpty()
                ? Optional.of(FacilityState.IN_USE)
                : Arrays.stream(FacilityState.values())
                        .filter(state -> state.name().equalsIgnoreCase(text))
                        .findFirst();
    }

    private static Facility facility(Row row) {
        var english = row.field("name_en");
        return new Facility(
                row.field("code"),
                findKind(row.field("kind")).orElseThrow(),
                new Named(row.field("name"), english.isEmpty() ? row.field("name") : english),
                row.field("address"),
                OpeningHours.find(row.field("hours")).orElseThrow(),
                YES.contains(row.field("accessible").toLowerCase(Locale.ROOT)),
                row.field("fee"),
                row.field("phone"),
                findState(row).orElseThrow(),
                row.number("longitude"),
                row.number("latitude"));
    }
}
