package city.gewu.platform;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Part of the city's setting, laid down to be in force from a moment on (施行): a calendar, a
/// scheme.
///
/// @param number in the order in which they were laid down
/// @param version names the content for ever
/// @param since from when it counts
/// @param at when it was laid down; never after `since`
/// @param author id of who did it; empty text for an import
/// @param withdrawal there when it was taken back before it counted
public record LaidDown(
        long number,
        String version,
        Instant since,
        Instant at,
        String author,
        String reason,
        Optional<Withdrawal> withdrawal) {

    private static final Comparator<LaidDown> LATER =
            Comparator.comparing(LaidDown::since).thenComparingLong(LaidDown::number);

    /// Who took it back, when, and why.
    public record Withdrawal(Instant at, String by, String reason) {}

    /// Where it stands.
    public enum Standing {
        /// 待施行
        COMING,
        /// 施行中
        IN_FORCE,
        /// 已停用
        PAST,
        /// 已撤回
        WITHDRAWN
    }

    /// What counts at a moment: the one with the latest beginning that has come.
    public static Optional<LaidDown> findInForce(List<LaidDown> all, Instant moment) {
        return all.stream()
                .filter(one -> one.withdrawal().isEmpty() && !one.since().isAfter(moment))
                .max(LATER);
    }

    /// Number of the last one laid down, 0 before the first.
    public static long lastNumber(List<LaidDown> all) {
        return all.isEmpty() ? 0 : all.getLast().number();
    }

    /// Whether the one of this number is there and does not count yet.
    public static boolean isComing(List<LaidDown> all, long number, Instant moment) {
        return all.stream()
                .anyMatch(one ->
                        one.number() == number && one.standing(all, moment) == Standing.COMING);
    }

    /// @param all everything that was laid down, this one too
    public Standing standing(List<LaidDown> all, Instant moment) {
        if (withdrawal.isPresent()) {
            return Standing.WITHDRAWN;
        }
        if (since.isAfter(moment)) {
            return Standing.COMING;
        }
        return findInForce(all, moment).filter(this::equals).isPresent()
                ? Standing.IN_FORCE
                : Standing.PAST;
    }

    /// As people are told of it.
    ///
    /// @param author name of who laid it down; empty text for an import
    public record Told(
            long number,
            String version,
            Standing standing,
            Instant since,
            Instant at,
            String author,
            String reason,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawnFor) {}

    /// Everything that was laid down, the newest first.
    ///
    /// @param names of those who act, by id
    public static List<Told> tell(List<LaidDown> all, Map<String, String> names, Instant moment) {
        return all.reversed().stream().map(one -> one.told(all, names, moment)).toList();
    }

    private Told told(List<LaidDown> all, Map<String, String> names, Instant moment) {
        return new Told(
                number,
                version,
                standing(all, moment),
                since,
                at,
                names.getOrDefault(author, author),
                reason,
                withdrawal.map(Withdrawal::at).orElse(null),
                withdrawal.map(taken -> names.getOrDefault(taken.by(), taken.by())).orElse(null),
                withdrawal.map(Withdrawal::reason).orElse(null));
    }

    /// Ids of those who laid down or withdrew any of them.
    public static Set<String> listActors(List<LaidDown> all) {
        return all.stream()
                .flatMap(one ->
                        Stream.concat(
                                Stream.of(one.author()),
                                one.withdrawal().stream().map(Withdrawal::by)))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
