package city.gewu.demo.usecase;

import city.gewu.appraisal.Appraisal;
import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.AssessedMonths.NewAppeal;
import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Behind;
import city.gewu.assessment.Assessment.Part;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The assessment of the months that are over: frozen on the first, put up, appealed against once,
/// decided, finished, published. A month whose time has not come that far stays where it is.
@Component
class TellMonths {

    private static final int MONTHS = 2;
    private static final String KIND = "department";
    private static final String INDICATOR = "on_time_handling_rate";
    private static final List<String> ADOPTED = List.of("contractor", "team");
    private static final String DECISION = "荆城管考〔示例〕第1号：外包企业与采集队伍考评办法";
    private static final String REASON = "施工围挡由上级统一设置，到期前无法拆除，现场照片附后。";
    private static final String ANSWER = "经核，围挡确由市级工程统一设置，该案不计入。";

    private final AssessedMonths months;
    private final Appraisal appraisal;
    private final Assessment assessment;

    TellMonths(AssessedMonths months, Appraisal appraisal, Assessment assessment) {
        this.months = months;
        this.appraisal = appraisal;
        this.assessment = assessment;
    }

    /// When and where it is told.
    ///
    /// @param first day of the first case
    /// @param until nothing is told of what comes after
    record Told(LocalDate first, Instant until, ZoneId zone) {}

    /// The schemes that the city has laid down as its own; those of other kinds are examples.
    void layDownSchemes(YearMonth since, List<Actor> actors) {
        for (var kind : ADOPTED) {
            if (appraisal.findVersion(kind, since) == 0) {
                appraisal.adoptExample(kind, since, one(actors, Post.ASSESSOR).id(), DECISION);
            }
        }
    }

    void tell(Told told, List<Actor> actors, PhotoId photo) {
        var last = YearMonth.from(LocalDate.ofInstant(told.until(), told.zone())).minusMonths(1);
        var known = Set.copyOf(months.listMonths());
        for (int back = MONTHS - 1; back >= 0; back--) {
            var month = last.minusMonths(back);
            if (!month.isBefore(YearMonth.from(told.first())) && !known.contains(month)) {
                tell(month, told, actors, photo);
            }
        }
    }

    private void tell(YearMonth month, Told told, List<Actor> actors, PhotoId photo) {
        var assessor = one(actors, Post.ASSESSOR);
        var frozen = month.plusMonths(1).atDay(1).atTime(9, 5).atZone(told.zone()).toInstant();
        if (frozen.isAfter(told.until())) {
            return;
        }
        months.freeze(month, assessor, frozen);
        var noticed = frozen.plus(Duration.ofHours(25));
        if (noticed.isAfter(told.until())) {
            return;
        }
        var until = months.giveNotice(month, assessor, noticed);
        var appealed = noticed.plus(Duration.ofHours(3));
        if (!appealed.isAfter(told.until())) {
            appeal(month, actors, photo, appealed, until.plus(Duration.ofHours(2)), told.until());
        }
        var finished = until.plus(Duration.ofHours(20));
        if (!finished.isAfter(told.until())) {
            months.finish(month, assessor, finished);
            months.publish(month, assessor, finished.plus(Duration.ofMinutes(10)));
        }
    }

    /// By the first department that has a case which counts against it.
    private void appeal(
            YearMonth month,
            List<Actor> actors,
            PhotoId photo,
            Instant at,
            Instant decidedAt,
            Instant until) {
        for (var handler : actors) {
            var late =
                    handler.holds(Post.HANDLER)
                            ? findLate(month, handler.department())
                            : Optional.<Long>empty();
            if (late.isPresent()) {
                long id =
                        months.appeal(
                                month,
                                new NewAppeal(
                                        KIND,
                                        handler.department(),
                                        INDICATOR,
                                        List.of(late.get()),
                                        REASON,
                                        List.of(photo)),
                                handler,
                                at);
                if (!decidedAt.isAfter(until)) {
                    months.decide(id, true, ANSWER, one(actors, Post.LEGAL_REVIEWER), decidedAt);
                }
                return;
            }
        }
    }

    private Optional<Long> findLate(YearMonth month, String department) {
        var onTime = list(month, department, "numerator").collect(Collectors.toSet());
        return list(month, department, "denominator")
                .filter(id -> !onTime.contains(id))
                .findFirst();
    }

    private Stream<Long> list(YearMonth month, String department, String part) {
        return assessment
                .listBehind(
                        month.toString(),
                        new Part(KIND, department, INDICATOR, part),
                        Optional.empty())
                .stream()
                .map(Behind::caseId);
    }

    private static Actor one(List<Actor> actors, Post post) {
        return actors.stream().filter(actor -> actor.holds(post)).findFirst().orElseThrow();
    }
}
