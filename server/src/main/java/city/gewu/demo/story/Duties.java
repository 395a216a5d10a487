package city.gewu.demo.story;

import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Asked;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Router;
import city.gewu.casework.Routing.Rule;
import city.gewu.demo.book.Table;
import java.util.ArrayList;
import java.util.List;

/// Who must handle what, and where (处置责任): the demo city's duty list.
public final class Duties {

    private static final String STREET = "street";

    private final Routing routing;
    private final Router router;

    public Duties() {
        this.routing = new Routing(rules(), offices());
        this.router = routing.router();
    }

    public Routing routing() {
        return routing;
    }

    private static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        rules.add(new Rule(1, "", STREET));
        for (var row : Table.read("plan/duties.csv")) {
            rules.add(new Rule(rules.size() + 1, row.getField("category"), row.getField("duty")));
        }
        return rules;
    }

    private static List<Office> offices() {
        var offices = new ArrayList<Office>();
        for (var street : Table.read("plan/streets.csv")) {
            add(offices, STREET, street.getField("code"), street.getField("office"));
        }
        for (var district : Table.read("plan/districts.csv")) {
            String area = district.getField("offices");
            add(offices, "sanitation", district.getField("code"), area + "HW");
            add(offices, "cleaning", district.getField("code"), area + "BJ");
            add(offices, "enforcement", district.getField("code"), area + "CG");
        }
        return offices;
    }

    private static void add(List<Office> offices, String name, String unit, String department) {
        offices.add(new Office(offices.size() + 1, name, unit, department));
    }

    /// The department that answers for the category there; empty text when nobody does.
    ///
    /// @param places codes of the district and the street
    /// @param owner of the component there, or empty text
    public String department(String category, List<String> places, String owner) {
        return router.route(new Asked(category, places, owner)).department();
    }

    /// Whether the component's owner is asked first.
    boolean asksOwner(String category) {
        return routing.rules().stream()
                .anyMatch(rule ->
                        rule.category().equals(category) && rule.duty().equals(Routing.OWNER));
    }

    String streetOffice(String street) {
        return department("", List.of("", street), "");
    }
}
