package city.gewu.appraisal.model;

import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import java.util.Set;
import java.util.regex.Pattern;

/// What no weight and no bonus may rest on: fines and confiscations in any way, and a number of
/// cases that is the better the more there are (行政处罚法 第七十四条, 城市管理执法办法 第三十条). A number that is the
/// better the fewer there are rewards nobody for a penalty and stays allowed, and so does the work
/// that comes to a desk and is not made by it: problems taken in, cases dispatched.
final class Quota {

    private static final Pattern PENALTY = Pattern.compile("\\b\\w*(fine|penalt|confiscat)\\w*\\b");
    private static final Set<String> WORK_OF_DESKS = Set.of("intake_volume", "dispatch_volume");

    private Quota() {}

    static boolean isQuota(Indicator indicator, boolean rewardsMore) {
        var definition = indicator.definition();
        String text =
                definition.source()
                        + " "
                        + indicator.numeratorSql()
                        + " "
                        + indicator.denominatorSql().orElse("");
        return PENALTY.matcher(text).find()
                || (rewardsMore
                        && definition.unit() == FigureUnit.COUNT
                        && !WORK_OF_DESKS.contains(definition.code()));
    }
}
