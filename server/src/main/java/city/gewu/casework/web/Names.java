package city.gewu.casework.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What codes are called, for one answer: each code is looked up once. A code that no longer means
/// anything stands for itself.
final class Names {

    static final Named NOBODY = new Named("未归属", "None");

    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;
    private final Map<String, Optional<MinorCategory>> categories = new HashMap<>();
    private final Map<String, Named> departments = new HashMap<>();
    private final Map<String, String> actors = new HashMap<>();

    Names(Catalogue catalogue, People people, Territory territory) {
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
    }

    /// A unit that holds a case, by level.
    record UnitName(String level, String code, Named name) {}

    Named category(String code) {
        return findCategory(code).map(MinorCategory::name).orElse(new Named(code, code));
    }

    Named major(String code) {
        return findCategory(code).map(MinorCategory::major).orElse(new Named(code, code));
    }

    /// As the scheme has it that was in force then.
    Optional<FilingCondition> findCondition(String category, String condition, Instant at) {
        return catalogue.findCategory(category, at).stream()
                .flatMap(known -> known.conditions().stream())
                .filter(known -> known.code().equals(condition))
                .findFirst();
    }

    /// What the category asked in the scheme that was in force then.
    Optional<Question> findQuestion(String category, String question, Instant at) {
        return catalogue.findCategory(category, at).flatMap(known -> known.findQuestion(question));
    }

    Named department(String code) {
        return departments.computeIfAbsent(
                code,
                unknown ->
                        people.findDepartment(unknown)
                                .map(Department::name)
                                .orElse(new Named(unknown, unknown)));
    }

    /// Accounts by their display name, machines by the name behind the colon.
    String actor(String id) {
        return actors.computeIfAbsent(
                id,
                unknown ->
                        people.findActor(unknown)
                                .map(actor -> actor.displayName())
                                .orElseGet(() -> unknown.substring(unknown.indexOf(':') + 1)));
    }

    /// The units of a case from the largest to the smallest, without levels where none is known.
    List<UnitName> place(List<String> codes) {
        var levels = territory.getCity().levels();
        var place = new ArrayList<UnitName>();
        for (int i = 0; i < Math.min(codes.size(), levels.size()); i++) {
            String code = codes.get(i);
            if (!code.isEmpty()) {
                place.add(
                        new UnitName(levels.get(i).code(), code, unit(levels.get(i).code(), code)));
            }
        }
        return place;
    }

    /// What a ledger or a table is about: a department, or a unit of a level; nobody for no code.
    Named subject(String by, String code) {
        if (code.isEmpty()) {
            return NOBODY;
        }
        return by.equals("department") ? department(code) : unit(by, code);
    }

    private Named unit(String level, String code) {
        return territory
                .findUnit(level, code)
                .map(TerritoryUnit::name)
                .orElse(new Named(code, code));
    }

    private Optional<MinorCategory> findCategory(String code) {
        return categories.computeIfAbsent(code, catalogue::findKnown);
    }
}
