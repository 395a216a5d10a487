package city.gewu.demo.story;

import city.gewu.demo.book.Table;
import java.util.HashMap;
import java.util.Map;

/// Who must handle what, and where (处置责任): minor category and street give the department.
public final class Duties {

    private final Map<String, String> duties = column("plan/duties.csv", "category", "duty");
    private final Map<String, String> streetOffices = column("plan/streets.csv", "code", "office");

    /// How the codes of a district's offices begin.
    private final Map<String, String> areas = column("plan/districts.csv", "code", "offices");

    private static Map<String, String> column(String file, String key, String value) {
        var found = new HashMap<String, String>();
        Table.read(file).forEach(row -> found.put(row.getField(key), row.getField(value)));
        return found;
    }

    /// The department that answers for the category there; the longest known beginning of its code
    /// decides.
    public String department(String category, String district, String street) {
        for (int length = category.length(); length > 0; length--) {
            String duty = duties.get(category.substring(0, length));
            if (duty != null) {
                return resolve(duty, district, street);
            }
        }
        return streetOffice(street);
    }

    String streetOffice(String street) {
        return streetOffices.getOrDefault(street, "");
    }

    private String resolve(String duty, String district, String street) {
        String area = areas.getOrDefault(district, "");
        return switch (duty) {
            case "street" -> streetOffice(street);
            case "sanitation" -> area + "HW";
            case "enforcement" -> area + "CG";
            default -> duty;
        };
    }
}
