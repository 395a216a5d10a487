package city.gewu.assessment.model;

import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The indicators in force, in their order.
public record IndicatorBook(List<Indicator> indicators) {

    public IndicatorBook {
        indicators = List.copyOf(indicators);
        var codes = new HashSet<String>();
        for (var indicator : indicators) {
            if (!codes.add(indicator.code())) {
                throw new IllegalArgumentException(
                        "The indicator (%s) is defined twice.".formatted(indicator.code()));
            }
        }
    }

    public Optional<Indicator> find(String code) {
        return indicators.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /// Those measured by a kind of subject.
    public List<Indicator> listFor(Subject subject) {
        return indicators.stream()
                .filter(it -> it.definition().subjects().contains(subject))
                .toList();
    }
}
