package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Rule;
import city.gewu.casework.model.RoutingCheck.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingCheckTest {

    private static final RoutingCheck CHECK =
            new RoutingCheck(
                    List.of("C0101", "E0203"),
                    Set.of("water", "office-1")::contains,
                    Set.of("S1")::contains);

    @Test
    void aWholeListHasNoFault() {
        assertThat(
                        CHECK.check(
                                new Routing(
                                        List.of(
                                                new Rule(1, "", "street"),
                                                new Rule(2, "C", Routing.OWNER),
                                                new Rule(3, "C0101", "water")),
                                        List.of(new Office(1, "street", "S1", "office-1")))))
                .isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        var list =
                new Routing(
                        List.of(
                                new Rule(1, "C01", "water"),
                                new Rule(2, "C01", "water"),
                                new Rule(3, "X", "water"),
                                new Rule(4, "E", "nobody")),
                        List.of(
                                new Office(1, "street", "S1", "office-1"),
                                new Office(2, "street", "S1", "office-1"),
                                new Office(3, "water", "S9", "gone")));
        assertThat(CHECK.check(list))
                .containsExactly(
                        new Finding("rule", 2, "twice", "C01"),
                        new Finding("rule", 3, "unknown-category", "X"),
                        new Finding("rule", 4, "unknown-duty", "nobody"),
                        new Finding("office", 2, "twice", "street S1"),
                        new Finding("office", 3, "bad-name", "water"),
                        new Finding("office", 3, "unknown-unit", "S9"),
                        new Finding("office", 3, "unknown-department", "gone"));
    }
}
