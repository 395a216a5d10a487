package city.gewu.casework.web;

import static city.gewu.casework.web.Centre.assertRefused;
import static city.gewu.casework.web.Centre.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.CommandName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The lists of the desk over HTTP: who sees what, by words, by time, page by page.
class CaseListsTest {

    private Centre centre;

    @BeforeEach
    void open() {
        centre = new Centre();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void aHandlerMayNotSeeTheCaseOfAnotherDepartment() {
        long id = centre.reported().get("id").asLong();
        centre.as(CityFixture.CLERK).gives(id, 1, "accept", "");
        centre.as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        centre.as(CityFixture.DISPATCHER).gives(id, 3, "dispatch", ",\"department\":\"roads\"");

        centre.who = CityFixture.GARDENER;
        assertRefused(
                centre.http.get().uri("/api/cases/" + id).exchange(), 404, "casework.not-found");
        assertRefused(centre.command(id, 4, "take-up", ""), 404, "casework.not-found");
        assertThat(centre.list("all").get("items")).isEmpty();
        centre.who = CityFixture.HANDLER;
        assertThat(centre.list("mine").get("items")).hasSize(1);
    }

    @Test
    void theListFindsChineseWordsAndTurnsRedWithTime() {
        long id = centre.reported().get("id").asLong();
        centre.as(CityFixture.CLERK).gives(id, 1, "accept", "");
        centre.as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        centre.as(CityFixture.DISPATCHER).gives(id, 3, "dispatch", ",\"department\":\"roads\"");
        assertThat(centre.list("open&q=路灯").get("items")).hasSize(1);
        assertThat(centre.list("open&q=井盖").get("items")).isEmpty();
        assertThat(centre.list("open&level=street&unit=S2").get("items")).hasSize(1);
        assertThat(centre.list("open").get("items").get(0).get("light").asString())
                .isEqualTo("green");

        centre.pass(Duration.ofMinutes(200));
        assertThat(centre.list("open").get("items").get(0).get("light").asString())
                .isEqualTo("yellow");
        centre.pass(Duration.ofHours(1));
        assertThat(centre.list("overdue").get("items").get(0).get("light").asString())
                .isEqualTo("red");
        var counts = json(centre.http.get().uri("/api/cases/counts").exchange());
        assertThat(counts.get("views").get("overdue").asInt()).isEqualTo(1);
        assertThat(counts.get("views").get("handling").asInt()).isEqualTo(1);
        assertThat(counts.get("lights").get("red").asInt()).isEqualTo(1);
    }

    @Test
    void pagesFollowTheirCursor() {
        for (int i = 0; i < 5; i++) {
            centre.reported();
        }
        var first = centre.list("open&limit=3");
        var rest = centre.list("open&limit=3&cursor=" + first.get("next").asString());
        assertThat(first.get("items")).hasSize(3);
        assertThat(rest.get("items")).hasSize(2);
        assertThat(rest.path("next").asString("")).isEmpty();
        assertThat(centre.http.get().uri("/api/cases?cursor=nonsense").exchange()).hasStatus(400);
        assertRefused(
                centre.http.get().uri("/api/cases?view=nonsense").exchange(),
                404,
                "casework.unknown-view");
    }

    @Test
    void everyOpenStateStandsInOneStageOfTheDesk() {
        var stages =
                Arrays.stream(CaseView.values()).flatMap(view -> view.states().stream()).toList();
        assertThat(stages)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        leaves(CaseState.class)
                                .filter(leaf -> !CaseState.Finished.class.isAssignableFrom(leaf))
                                .map(leaf ->
                                        CommandName.of(leaf)
                                                .replace('-', '_')
                                                .toUpperCase(Locale.ROOT))
                                .toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var parts = type.getPermittedSubclasses();
        return parts == null ? Stream.of(type) : Arrays.stream(parts).flatMap(part -> leaves(part));
    }
}
