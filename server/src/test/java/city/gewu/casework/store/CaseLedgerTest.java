package city.gewu.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFiles;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CaseState.Accepted;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.Happening;
import city.gewu.casework.store.CaseChain.Told;
import city.gewu.database.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseLedgerTest {

    private static final Told TOLD =
            new Told(CityFixture.SUPERVISOR.id(), CaseFiles.START, CaseFiles.NOW);

    private StoreFixture stores;
    private CaseLedger ledger;

    @BeforeEach
    void open() {
        stores = new StoreFixture(TestDatabase.fresh());
        ledger = stores.ledger();
    }

    @Test
    void everyStateComesBackAsItWasWritten() {
        long id = 100;
        for (var named : CaseFiles.everyState().entrySet()) {
            var file = numbered(++id, named.getValue());
            var entry = ledger.chain().open(file, Happening.of("reported"), TOLD);
            append(List.of(entry));

            assertThat(ledger.find(file.id()))
                    .as(named.getKey())
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(entry.kept());
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void copiedCasesAreTheSameAsAppendedOnes() {
        long id = 200;
        var stories = new ArrayList<List<Entry>>();
        for (var state : CaseFiles.everyState().values()) {
            var chain = ledger.chain();
            var opened = chain.open(numbered(++id, new Reported()), Happening.of("reported"), TOLD);
            var happening =
                    Happening.of("accepted").with("note", "tab\there, \\N, \"quoted\"\nnext line");
            var moved = chain.next(opened.kept(), numbered(id, state), happening, TOLD);
            stories.add(List.of(opened, moved));
        }
        stores.transaction().executeWithoutResult(_ -> ledger.copy(stories));

        for (var story : stories) {
            assertThat(ledger.find(story.getLast().id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(story.getLast().kept());
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aStaleMoveInABatchIsLeftOutAlone() {
        var chain = ledger.chain();
        var first = chain.open(numbered(1, new Reported()), Happening.of("reported"), TOLD);
        var second = chain.open(numbered(2, new Reported()), Happening.of("reported"), TOLD);
        append(List.of(first, second));
        var accepted = Happening.of("accepted");
        var quick = chain.next(first.kept(), numbered(1, new Accepted()), accepted, TOLD);
        append(List.of(quick));
        var slow = chain.next(first.kept(), numbered(1, new Accepted()), accepted, TOLD);
        var other = chain.next(second.kept(), numbered(2, new Accepted()), accepted, TOLD);

        assertThat(append(List.of(slow, other))).containsExactly(new CaseId(2));

        assertThat(count("select count(*) from casework.case_event")).isEqualTo(4);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aChainStartsFromNothingAndGoesOn() {
        var chain = ledger.chain();
        var first = chain.open(numbered(1, new Reported()), Happening.of("reported"), TOLD);
        var again =
                ledger.chain().open(numbered(1, new Reported()), Happening.of("reported"), TOLD);
        var next =
                chain.next(
                        first.kept(), numbered(1, new Accepted()), Happening.of("accepted"), TOLD);

        assertThat(again.kept().head()).isEqualTo(first.kept().head());
        assertThat(next.kept().head()).isNotEqualTo(first.kept().head());
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void theColumnsOfTheTableAreTheOnesThatAreHashed() {
        var columns =
                stores.db()
                        .sql(
                                "select column_name from information_schema.columns where"
                                        + " table_schema = 'casework' and table_name = 'case_file'")
                        .query(String.class)
                        .list();

        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Arrays.stream(CaseColumn.values()).map(CaseColumn::sqlName),
                                        Stream.of("head"))
                                .toList());
    }

    @Test
    void idsComeInOrder() {
        assertThat(ledger.nextIds(3)).isSorted().hasSize(3).doesNotHaveDuplicates();
    }

    private static CaseFile numbered(long id, CaseState state) {
        var file = CaseFiles.in(state);
        return new CaseFile(new CaseId(id), "JM" + id, file.origin(), file.facts(), state);
    }

    private Set<CaseId> append(List<Entry> entries) {
        return Objects.requireNonNull(stores.transaction().execute(_ -> ledger.append(entries)));
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        stores.transaction().executeWithoutResult(_ -> stores.audit().audit(findings::add));
        return findings;
    }

    private long count(String sql) {
        return stores.db().sql(sql).query(Long.class).single();
    }
}
