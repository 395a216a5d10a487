package city.gewu.bench;

import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.model.Frame;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.FigureStore;
import city.gewu.engine.indicator.Period;
import city.gewu.territory.Territory;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/// The usual way: one statement on PostgreSQL for each indicator and each kind of subject, with the
/// very same definitions.
final class EachByItself {

    private final ApplicationContext context;

    EachByItself(ApplicationContext context) {
        this.context = context;
    }

    void run(Consumer<Figure> to) {
        var city = context.getBean(Territory.class).getCity();
        var store = context.getBean(FigureStore.class);
        var frame =
                new Frame(
                        Period.parse(EnginesCity.MONTH).orElseThrow().in(city.zone()),
                        Instant.now(),
                        false,
                        city.zone());
        for (var kind : SubjectKind.of(city.levels())) {
            for (var indicator : context.getBean(IndicatorBook.class).listFor(kind.subject())) {
                for (var row :
                        store.listFigures(indicator.source(), List.of(indicator), kind, frame)) {
                    var parts = row.parts().getFirst();
                    to.accept(
                            new Figure(
                                    EnginesCity.MONTH,
                                    kind.code(),
                                    row.subject(),
                                    indicator.code(),
                                    parts.numerator(),
                                    parts.denominator(),
                                    ""));
                }
            }
        }
    }
}
