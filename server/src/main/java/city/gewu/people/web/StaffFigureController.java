package city.gewu.people.web;

import city.gewu.people.StaffFigures;
import city.gewu.people.StaffFigures.Figure;
import city.gewu.people.usecase.StaffDirectory;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the postings of a day add up to.
@RestController
class StaffFigureController {

    private final StaffFigures figures;
    private final StaffDirectory directory;

    StaffFigureController(StaffFigures figures, StaffDirectory directory) {
        this.figures = figures;
        this.directory = directory;
    }

    record FigureBody(String id, BigDecimal value, long numerator, long denominator, Named words) {

        static FigureBody of(Figure figure) {
            return new FigureBody(
                    figure.id(),
                    figure.value(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.words());
        }
    }

    /// @param on a day of the city; today when absent
    @GetMapping("/api/people/figures")
    @Needs(Right.READ_PEOPLE)
    List<FigureBody> listFigures(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate on) {
        return figures.listFigures(on == null ? directory.today() : on).stream()
                .map(FigureBody::of)
                .toList();
    }
}
