package city.gewu.appraisal.usecase;

import city.gewu.appraisal.MarkTable;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The rankings that anybody may read: organisations and places, in whole months that are over.
@Component
public class PublishedRankings {

    private static final int MONTHS = 12;

    private final MarkMonths marks;
    private final OpenMonths months;
    private final Territory territory;
    private final Clock clock;

    PublishedRankings(MarkMonths marks, OpenMonths months, Territory territory, Clock clock) {
        this.marks = marks;
        this.months = months;
        this.territory = territory;
        this.clock = clock;
    }

    /// @param signed whether these are the final marks of a month that was published; otherwise
    ///   they are computed from how things stand now
    public record Ranking(MarkTable table, boolean signed) {}

    /// The last twelve months that are over, the newest first.
    public List<String> listMonths() {
        var last = lastMonth();
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(back).toString())
                .toList();
    }

    /// Organisations and the levels of the city, as far as there is a scheme for them.
    public List<String> listKinds() {
        var grounds = territory.getCity().levels().stream().map(level -> level.code());
        var open =
                Set.copyOf(
                        Stream.concat(AssessedSubjects.PUBLISHED_ORGANISATIONS.stream(), grounds)
                                .toList());
        return marks.listKinds().stream().filter(open::contains).toList();
    }

    /// Refused with `appraisal.not-published` for what is not, or not yet.
    public Ranking rank(String kind, String month) {
        if (!listMonths().contains(month) || !listKinds().contains(kind)) {
            throw new RefusedException(
                    "appraisal.not-published",
                    "The ranking of (%s) in (%s) is not published.".formatted(kind, month),
                    "Ask for one of the last twelve months that are over, by a kind of organisation or by a level of the city.");
        }
        var asked = YearMonth.parse(month);
        return months.findFinal(asked, kind)
                .map(kept -> new Ranking(OpenMonths.marks(kept), true))
                .orElseGet(() -> new Ranking(marks.recall(kind, asked), false));
    }

    private YearMonth lastMonth() {
        var today = LocalDate.ofInstant(clock.instant(), territory.getCity().zone());
        return YearMonth.from(today).minusMonths(1);
    }
}
