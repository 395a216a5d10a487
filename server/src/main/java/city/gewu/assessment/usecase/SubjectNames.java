package city.gewu.assessment.usecase;

import city.gewu.assessment.AssessedSubjects;
import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.StaffNameStore;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.engine.indicator.Subject;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the codes of subjects are called. A code that is no longer known, such as a retired grid,
/// is called by its code.
@Component
public class SubjectNames {

    private static final Named NOBODY = new Named("未归属", "None");

    private final Territory territory;
    private final People people;
    private final Catalogue catalogue;
    private final StaffNameStore persons;

    SubjectNames(Territory territory, People people, Catalogue catalogue, StaffNameStore persons) {
        this.territory = territory;
        this.people = people;
        this.catalogue = catalogue;
        this.persons = persons;
    }

    /// Names by code for a kind of subject; sources have codes only, which the client translates.
    public Map<String, Named> listNames(String kind) {
        if (SubjectKind.isPerson(kind)) {
            return persons.listNames();
        }
        if (AssessedSubjects.ORGANISATIONS.contains(kind)) {
            return people.listDepartments().stream()
                    .collect(Collectors.toMap(Department::code, Department::name));
        }
        return switch (kind) {
            case "category" ->
                    catalogue.listCategories().stream()
                            .collect(Collectors.toMap(MinorCategory::code, MinorCategory::name));
            case "source" -> Map.of();
            default ->
                    territory.listUnits(kind).stream()
                            .collect(Collectors.toMap(TerritoryUnit::code, TerritoryUnit::name));
        };
    }

    /// What a kind of organisations or places is called; another goes by its code.
    public Named nameKind(String kind) {
        return switch (kind) {
            case "department" -> new Named("部门", "Departments");
            case "contractor" -> new Named("外包企业", "Contractors");
            case "team" -> new Named("队伍", "Teams");
            default ->
                    territory.getCity().levels().stream()
                            .filter(level -> level.code().equals(kind))
                            .findFirst()
                            .map(Level::name)
                            .orElse(new Named(kind, kind));
        };
    }

    public static Named name(Map<String, Named> names, String code) {
        return code.equals(Subject.NONE) ? NOBODY : names.getOrDefault(code, new Named(code, code));
    }
}
