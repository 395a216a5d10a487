package city.gewu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Routing.Asked;
import city.gewu.casework.Routing.Ground;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Route;
import city.gewu.casework.Routing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final Routing LIST =
            new Routing(
                    List.of(
                            new Rule(2, "", "street"),
                            new Rule(3, "C", "owner"),
                            new Rule(4, "C01", "water"),
                            new Rule(5, "C0105", "owner"),
                            new Rule(6, "E02", "sanitation")),
                    List.of(
                            new Office(7, "street", "S1", "office-1"),
                            new Office(8, "street", "S2", "office-2"),
                            new Office(9, "sanitation", "D1", "clean-1")));

    private static Route route(String category, String owner, String... places) {
        return LIST.router().route(new Asked(category, List.of(places), owner));
    }

    @Test
    void theLongestBeginningOfTheCategoryDecides() {
        assertThat(route("C0101", "", "JM", "D1", "S1").department()).isEqualTo("water");
        assertThat(route("C0101", "", "JM", "D1", "S1").ground()).isEqualTo(Ground.RULE);
        assertThat(route("E0101", "", "JM", "D1", "S2").department()).isEqualTo("office-2");
    }

    @Test
    void theOwnerOfAComponentAnswersForItAndARuleStandsInForAnUnknownOne() {
        assertThat(route("C0105", "telecom", "JM", "D1", "S1").department()).isEqualTo("telecom");
        var unknown = route("C0105", "", "JM", "D1", "S1");
        assertThat(unknown.department()).isEqualTo("water");
        assertThat(unknown.passed()).extracting(Rule::line).containsExactly(5);
    }

    @Test
    void anOfficeIsThatOfTheSmallestUnitThatHasOne() {
        var route = route("E0203", "", "JM", "D1", "S1");
        assertThat(route.department()).isEqualTo("clean-1");
        assertThat(route.ground()).isEqualTo(Ground.TERRITORY);
    }

    @Test
    void whereNobodyIsKnownNobodyIsProposed() {
        var route = route("E0101", "", "JM", "D9", "S9");
        assertThat(route.department()).isEmpty();
        assertThat(route.ground()).isEqualTo(Ground.NONE);
        assertThat(route.passed()).extracting(Rule::line).containsExactly(2);
    }
}
