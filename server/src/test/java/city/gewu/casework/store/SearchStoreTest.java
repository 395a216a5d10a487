package city.gewu.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseId;
import city.gewu.casework.ReportSource;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.Facts;
import city.gewu.casework.model.Facts.Photos;
import city.gewu.casework.model.Waiting;
import city.gewu.casework.store.CaseRows.Row;
import city.gewu.database.TestDatabase;
import city.gewu.people.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private CaseRows rows;
    private CaseListStore lists;
    private SearchStore search;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.fresh();
        rows = new CaseRows(database);
        lists = new CaseListStore(database);
        search = new SearchStore(JdbcClient.create(database));
    }

    @Test
    void aChineseWordOfTwoCharactersIsFoundInTheMiddleOfASentence() {
        long lamp = add("象山大道路灯不亮，夜间行人通行不便", "龙泉街道");
        long road = add("道路灌木遮挡", "泉口街道");

        assertThat(found("路灯")).containsExactly(lamp);
        assertThat(found("不便")).containsExactly(lamp);
        assertThat(found("灌木")).containsExactly(road);
        assertThat(found("街道")).containsExactly(lamp, road);
        assertThat(found("垃圾")).isEmpty();
    }

    @Test
    void oneCharacterIsEnough() {
        long lamp = add("路灯不亮", "");
        assertThat(found("灯")).containsExactly(lamp);
        assertThat(found("亮")).containsExactly(lamp);
    }

    @Test
    void everyTypedWordMustBeThereInWhateverOrder() {
        long lamp = add("路灯不亮", "白庙街道");
        add("井盖破损", "白庙街道");
        assertThat(found("白庙 路灯")).containsExactly(lamp);
    }

    @Test
    void latinWordsAreFoundByTheirBeginningInAnyCase() {
        long light = add("Street Light out, INTERSECTION of Groveland St & River St", "Mattapan");
        assertThat(found("street lights")).isEmpty();
        assertThat(found("STREET lig")).containsExactly(light);
        assertThat(found("groveland mattapan")).containsExactly(light);
    }

    @Test
    void aCaseIsFoundByTheBeginningOfItsNumber() {
        long id = add("路灯不亮", "");
        add("井盖破损", "");
        assertThat(found("jm20260301000001")).containsExactly(id);
        assertThat(found("JM2026030100000")).hasSize(2);
    }

    @Test
    void aNumberAndTheWordsOfAnotherCaseAreFoundTogetherAndEachOnce() {
        long named = add("路灯不亮", "");
        long naming = add("与 JM20260301%06d 是同一问题".formatted(named), "");
        assertThat(found("JM20260301%06d".formatted(named))).containsExactly(named, naming);
        assertThat(found("jm2026")).containsExactly(named, naming);
    }

    @Test
    void signsOfTheQueryLanguageAreJustSigns() {
        add("路灯不亮", "");
        assertThat(found("' | ! & :* \\ ( <->")).isEmpty();
        assertThat(found("路灯') & !")).hasSize(1);
    }

    private long add(String description, String address) {
        long id = rows.add(new Row().reported(NOW).saying(description));
        var facts =
                new Facts(
                        ReportSource.HOTLINE,
                        "E0101",
                        "",
                        description,
                        address,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new Photos(List.of(), List.of(), List.of()),
                        "account:wang",
                        NOW);
        search.addWords(
                List.of(
                        new CaseFile(
                                new CaseId(id),
                                "JM20260301%06d".formatted(id),
                                Origin.LIVE,
                                facts,
                                new CaseState.Reported())));
        return id;
    }

    private List<Long> found(String typed) {
        var filter =
                CaseFilter.of(
                        CaseView.OPEN,
                        new Scope(true, "", List.of()),
                        new Waiting(List.of(), List.of(), List.of()));
        var narrowed =
                new CaseFilter(
                        filter.view(),
                        filter.scope(),
                        filter.waiting(),
                        new Narrowing(
                                typed,
                                "",
                                "",
                                "",
                                0,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        filter.order());
        return lists.listCases(narrowed, Optional.empty(), 100, NOW).rows().stream()
                .map(CaseLine::id)
                .toList();
    }
}
