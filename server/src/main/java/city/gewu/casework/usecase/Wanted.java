package city.gewu.casework.usecase;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.store.CaseFilter.Order;
import city.gewu.casework.store.Narrowing.Mark;
import city.gewu.casework.store.Narrowing.Standing;
import java.time.LocalDate;
import java.util.Optional;

/// What a person asks the list for; empty where nothing is asked.
///
/// @param level code of the level that `unit` belongs to
/// @param from first day of the report, in the city's time
/// @param to last day of the report
public record Wanted(
        CaseView view,
        Order order,
        String typed,
        String category,
        String department,
        String source,
        String level,
        String unit,
        Optional<Standing> standing,
        Optional<Mark> mark,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /// A view in its usual order, narrowed by words alone.
    public static Wanted of(CaseView view, String typed) {
        return new Wanted(
                view,
                Order.USUAL,
                typed,
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
