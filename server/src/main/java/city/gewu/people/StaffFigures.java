package city.gewu.people;

import city.gewu.platform.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// What the postings of a day add up to (队伍数据).
public interface StaffFigures {

    /// People who hold the post of a community grid officer (社区网格员人数).
    String COMMUNITY_OFFICERS = "community_officers";

    /// Share of the force of the bureau and the district bureaus that is posted to a duty grid
    /// (力量下沉网格比例).
    String FORCE_IN_GRIDS = "force_in_grids";

    List<Figure> listFigures(LocalDate on);

    /// @param denominator 1 for a count
    record Figure(String id, long numerator, long denominator, Named words) {

        private static final int DIGITS = 4;

        /// Rounded half up to four digits; 0 when there is nobody to count among.
        public BigDecimal value() {
            return denominator == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(numerator)
                            .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP)
                            .stripTrailingZeros();
        }
    }
}
