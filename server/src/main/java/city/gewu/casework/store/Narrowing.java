package city.gewu.casework.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody asks of a list beside its view. What is empty is not asked.
///
/// @param depth depth of the level that `unit` belongs to
/// @param since reported at this moment or later
/// @param until reported before this moment
public record Narrowing(
        String typed,
        String category,
        String department,
        String source,
        int depth,
        String unit,
        Optional<Standing> standing,
        Optional<Mark> mark,
        Optional<Instant> since,
        Optional<Instant> until) {

    public static final Narrowing NONE =
            new Narrowing(
                    "",
                    "",
                    "",
                    "",
                    0,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// How a case stands against its clock (时限状态): a finished one as it ended, an open one now.
    public enum Standing {
        LATE,
        DUE_SOON,
        IN_TIME,
        WITHOUT_CLOCK,
        SUSPENDED;

        public static Optional<Standing> find(String code) {
            return named(values(), code);
        }
    }

    /// Something that is not the rule happened to a case, or waits for somebody.
    public enum Mark {
        /// 并案: a copy of another case.
        MERGED,
        /// 退件
        RETURNED,
        /// 返工
        REWORKED,
        /// 延期
        EXTENDED,
        /// An extension, a suspension or a cancellation was asked for and nobody has decided it.
        REQUESTED,
        /// 申诉 that waits for its decision.
        APPEALED,
        /// 申诉成立: the overdue stays a fact and does not count.
        WAIVED,
        /// 催办
        URGED,
        /// 督办
        ORDERED;

        public static Optional<Mark> find(String code) {
            return named(values(), code);
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String code) {
        return Arrays.stream(all)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }
}
