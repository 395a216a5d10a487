package city.gewu.appraisal.usecase;

import city.gewu.platform.Named;
import city.gewu.territory.Territory;
import org.springframework.stereotype.Component;

/// What kinds of organisations and places are called.
@Component
public class KindNames {

    private final Territory territory;

    KindNames(Territory territory) {
        this.territory = territory;
    }

    /// @param kind one whose marks may be published
    public Named name(String kind) {
        return switch (kind) {
            case "department" -> new Named("部门", "Departments");
            case "contractor" -> new Named("外包企业", "Contractors");
            default ->
                    territory.getCity().levels().stream()
                            .filter(level -> level.code().equals(kind))
                            .findFirst()
                            .map(level -> level.name())
                            .orElse(new Named(kind, kind));
        };
    }
}
