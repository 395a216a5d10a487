package city.gewu.points.model;

import city.gewu.platform.Named;
import city.gewu.points.model.Deed.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One rule of points (积分规则): what earns or costs how much.
///
/// @param code lower-case kebab, never renamed within a version
/// @param amount in hundredths of a point
/// @param cap most that the rule gives one person in a day
public record Rule(String code, When when, Named words, int amount, Cap cap, Only only) {

    /// What a rule looks for.
    public enum When {
        MONTH_BEGUN(Kind.MONTH_BEGUN),
        REPORT_FILED(Kind.REPORT_FILED),
        REPORT_FIXED(Kind.REPORT_FIXED),
        REPORT_REFUSED(Kind.REPORT_REFUSED),
        REPORT_REPEATED(Kind.REPORT_REPEATED),
        PROBLEM_MISSED(Kind.PROBLEM_MISSED),
        LOOKED_IN_TIME(Kind.LOOKED),
        LOOKED_LATE(Kind.LOOKED),
        OFF_GROUND(Kind.OFF_GROUND),
        FALSIFIED(Kind.FALSIFIED);

        private final Kind kind;

        When(Kind kind) {
            this.kind = kind;
        }
    }

    /// Hundredths of a point in a day, and of one minor category in a day; 0 for no cap.
    public record Cap(int day, int minor) {
        public static final Cap NONE = new Cap(0, 0);
    }

    /// Which deeds count; an empty list leaves all in.
    ///
    /// @param conditions `C01*/1`: beginnings of categories with the condition, or whole categories
    /// @param sources names of report sources
    /// @param grounds why a report was refused; a cancelled one has the ground `CANCELLED`
    /// @param within how soon a look has to be done where nobody was given a time
    /// @param above minutes off the ground from which it counts
    /// @param metres farthest that the photos of a pair may lie apart; 0 for any
    /// @param unknownMetres whether a pair whose cameras wrote no position counts
    public record Only(
            List<String> conditions,
            List<String> sources,
            List<String> grounds,
            Duration within,
            double above,
            double metres,
            boolean unknownMetres) {

        public Only {
            conditions = List.copyOf(conditions);
            sources = List.copyOf(sources);
            grounds = List.copyOf(grounds);
        }
    }

    boolean rewards(Deed deed) {
        boolean asked =
                deed.kind() == when.kind
                        || (when == When.LOOKED_LATE && deed.kind() == Kind.LOOK_TAKEN_AWAY);
        return asked && matches(deed);
    }

    private boolean matches(Deed deed) {
        return switch (when) {
            case MONTH_BEGUN, REPORT_REPEATED, FALSIFIED -> true;
            case REPORT_FILED -> only.conditions.isEmpty() || named(deed);
            case REPORT_REFUSED -> listed(only.grounds, deed.about().map(Deed.About::ground));
            case PROBLEM_MISSED -> listed(only.sources, deed.about().map(Deed.About::source));
            case LOOKED_IN_TIME -> deed.inTime(only.within);
            case LOOKED_LATE -> deed.kind() == Kind.LOOK_TAKEN_AWAY || !deed.inTime(only.within);
            case OFF_GROUND -> deed.measure().orElse(0) > only.above;
            case REPORT_FIXED ->
                    only.metres == 0
                            || (deed.measure().isEmpty()
                                    ? only.unknownMetres
                                    : deed.measure().getAsDouble() <= only.metres);
        };
    }

    private static boolean listed(List<String> all, Optional<String> one) {
        return all.isEmpty() || one.filter(all::contains).isPresent();
    }

    private boolean named(Deed deed) {
        return deed.about()
                .filter(about ->
                        only.conditions.stream()
                                .anyMatch(wanted ->
                                        fits(wanted, about.category(), about.condition())))
                .isPresent();
    }

    private static boolean fits(String wanted, String category, String condition) {
        int slash = wanted.indexOf('/');
        var code = slash < 0 ? wanted : wanted.substring(0, slash);
        boolean same =
                code.endsWith("*")
                        ? category.startsWith(code.substring(0, code.length() - 1))
                        : category.equals(code);
        return same && (slash < 0 || wanted.substring(slash + 1).equals(condition));
    }
}
