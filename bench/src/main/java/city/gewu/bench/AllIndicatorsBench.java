package city.gewu.bench;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.CanonicalRows;
import city.gewu.engine.indicator.FusedStatement;
import city.gewu.engine.indicator.Indicator;
import city.gewu.territory.Territory;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All indicators by all kinds of subjects for one month, beside a statement for each indicator and
/// beside the aggregates of cases by department as one would write them by hand in one pass.
final class AllIndicatorsBench {

    private static final String BY_HAND_IN_ONE_PASS =
            """
            select
              department,
              count(*) filter (where filed_at >= :from and filed_at < :to) as filed,
              count(*) filter (where due and not gone) as due,
              count(*) filter (where due and not gone and closed_at <= due_at) as on_time,
              count(*) filter (where due and not gone and closed_at < :to) as closed,
              count(*) filter (where due and not gone and handled_at <= due_at) as handled_on_time,
              count(*) filter (where due and not gone and (handled_at is null or handled_at >= :to)) as untouched,
              count(*) filter (where due and not gone and (handled_at is null or handled_at > due_at)) as red,
              count(*) filter (where due and not gone and extensions > 0) as extended,
              count(*) filter (where due and not gone and not (waived = 1 and closed_at > due_at)) as kept,
              count(*) filter (where handled) as handled,
              count(*) filter (where handled and failed_checks > 0) as reworked,
              sum(floor(extract(epoch from handled_at - dispatched_at))) filter (where handled) as seconds,
              count(*) filter (where due_at < :to and reported_at < :to
                and (ended_at is null or ended_at >= :to)) as overdue
            from (
              select *, due_at >= :from and due_at < :to as due, cancelled = 1 as gone,
                handled_at >= :from and handled_at < :to as handled
              from casework.pub_case
              where due_at < :to or filed_at >= :from or handled_at >= :from) as cases
            group by department
            """;

    private final JdbcClient db;
    private final Assessment assessment;
    private final List<SubjectKind> kinds;

    AllIndicatorsBench(JdbcClient db, Assessment assessment, Territory territory) {
        this.db = db;
        this.assessment = assessment;
        kinds = SubjectKind.of(territory.getCity().levels());
    }

    void measure(PrintStream out) {
        int figures = 0;
        double ours = 0;
        double each = 0;
        out.println();
        out.println("| by | indicators | figures | fused, s | a statement each, s | ratio |");
        out.println("|---|---|---|---|---|---|");
        for (var kind : kinds) {
            int indicators = assessment.listMeasured(kind.code()).size();
            int found = evaluate(kind).size();
            double fused = found == 0 ? 0 : AssessmentBench.seconds(() -> evaluate(kind));
            double single = found == 0 ? 0 : AssessmentBench.seconds(() -> eachAlone(kind));
            out.printf(
                    "| %s | %d | %,d | %.2f | %.2f | %.1f |%n",
                    kind.code(), indicators, found, fused, single, single / Math.max(fused, 1e-3));
            figures += found;
            ours += fused;
            each += single;
        }
        out.printf("| all | | %,d | %.2f | %.2f | %.1f |%n", figures, ours, each, each / ours);
        out.printf(
                "%nBy hand in one pass, cases by department only (the limit): %.2f s.%n",
                AssessmentBench.seconds(this::byHand));
    }

    private List<Figure> evaluate(SubjectKind kind) {
        var figures = new ArrayList<Figure>();
        assessment.evaluate(AssessmentBench.MONTH, kind.code(), Optional.empty(), figures::add);
        return figures;
    }

    private List<String> eachAlone(SubjectKind kind) {
        var subjects = new ArrayList<String>();
        for (var indicator : assessment.listMeasured(kind.code())) {
            subjects.addAll(alone(indicator, kind));
        }
        return subjects;
    }

    private List<String> alone(Indicator indicator, SubjectKind kind) {
        var from = AssessmentBench.start(AssessmentBench.FIRST);
        return db.sql(
                        FusedStatement.figures(
                                List.of(indicator),
                                kind.subject(),
                                CanonicalRows.of(indicator.source())))
                .param("depth", kind.depth())
                .param("zone", "Asia/Shanghai")
                .param("from", from)
                .param("to", AssessmentBench.start(AssessmentBench.FIRST.plusMonths(1)))
                .param("now", from.plusYears(1).withOffsetSameInstant(ZoneOffset.UTC))
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    private List<String> byHand() {
        return db.sql(BY_HAND_IN_ONE_PASS)
                .param("from", AssessmentBench.start(AssessmentBench.FIRST))
                .param("to", AssessmentBench.start(AssessmentBench.FIRST.plusMonths(1)))
                .query((row, _) -> row.getString("department"))
                .list();
    }
}
