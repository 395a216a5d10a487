package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Routing.Ground;
import city.gewu.casework.Routing.Route;
import city.gewu.casework.model.Rerouting.Load;
import city.gewu.casework.model.Rerouting.Move;
import city.gewu.casework.model.Rerouting.Routed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReroutingTest {

    private static final List<Routed> MONTH =
            List.of(
                    routed(1, "water", "water", "street"),
                    routed(2, "water", "water", "street"),
                    routed(3, "street", "", "street"),
                    routed(4, "power", "power", "power"));

    private static Routed routed(long id, String sentTo, String before, String after) {
        return new Routed(id, "no-" + id, "C0101", sentTo, route(before), route(after));
    }

    private static Route route(String department) {
        return new Route(department, Ground.RULE, Optional.empty(), List.of());
    }

    @Test
    void movesAreCountedFromWhereToWhere() {
        var found = Rerouting.of(MONTH);
        assertThat(found.cases()).isEqualTo(4);
        assertThat(found.moved()).isEqualTo(3);
        assertThat(found.moves())
                .containsExactly(new Move("water", "street", 2), new Move("", "street", 1));
        assertThat(found.examples()).extracting(Routed::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void bothListsAreComparedWithWhatPeopleDid() {
        var found = Rerouting.of(MONTH);
        assertThat(found.agreedBefore()).isEqualTo(3);
        assertThat(found.agreedAfter()).isEqualTo(2);
    }

    @Test
    void noCaseIsLostBetweenTheLoads() {
        var found = Rerouting.of(MONTH);
        assertThat(found.loads())
                .containsExactly(
                        new Load("", 1, 0),
                        new Load("power", 1, 1),
                        new Load("street", 0, 3),
                        new Load("water", 2, 0));
        assertThat(found.loads().stream().mapToInt(Load::after).sum()).isEqualTo(4);
    }
}
