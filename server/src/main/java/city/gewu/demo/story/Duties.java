package city.gewu.demo.story;

import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Asked;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Router;
import city.gewu.casework.Routing.Rule;
import city.gewu.demo.book.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
            offices.add(new Office(0, STREET, street.getField("code"), street.getField("office")));
        }
        for (var district : Table.read("plan/districts.csv")) {
            String unit = district.getField("code");
            String area = district.getField("offices");
            offices.add(new Office(0, "sanitation", unit, area + "HW"));
            offices.add(new Office(0, "enforcement", unit, area + "CG"));
        }
        return IntStream.range(0, offices.size())
                .mapToObj(i -> {
                    var one = offices.get(i);
                    return new Office(i + 1, one.name(), one.unit(), one.department());
                })
                .toList();
    }

    /// The department that answers for the category there; empty text when nobody does.
    public String department(String category, String district, String street) {
        return router.route(new Asked(category, List.of(district, street), "")).department();
    }

    String streetOffice(String street) {
        return department("", "", street);
    }
}
