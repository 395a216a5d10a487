package city.gewu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.Casework;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// The whole real export through the rules and the ledger.
class BostonImportTest {

    @Test
    void everyRowBecomesACaseAndDoubtsAreCounted() throws IOException {
        var done = BostonCity.imported().first;

        System.out.printf(
                "boston: %d rows, %d added in %.1f s, %.0f rows/s, flags %s%n",
                done.read(), done.added(), done.seconds(), done.read() / done.seconds(), done.flagged());
        done.samePlace()
                .forEach(
                        (level, counts) ->
                                System.out.printf(
                                        "boston: %s agrees for %d of %d (%.2f %%)%n",
                                        level, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
        assertThat(done.read()).isEqualTo(31_828);
        assertThat(done.rejected()).isEmpty();
        assertThat(done.added()).isEqualTo(31_828);
        assertThat(done.flagged())
                .containsEntry("due.before-open", 3L)
                .containsEntry("position.placeholder", 2_462L)
                .containsEntry("position.outside-city", 6L)
                .containsEntry("place.unknown", 2L)
                .containsEntry("place.differs-from-position", 1_391L)
                .hasSize(5);
        assertThat(done.samePlace().get("ward")).containsExactly(29_111, 29_355);
        assertThat(done.samePlace().get("precinct")).containsExactly(27_928, 29_315);
        assertThat(Files.readString(done.rejectsFile()).lines()).hasSize(1);
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        var boston = BostonCity.imported();
        var before = state(boston);

        var again = boston.importCases();

        assertThat(again.added()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(31_828);
        assertThat(again.flagged()).isEqualTo(boston.first.flagged());
        assertThat(state(boston)).isEqualTo(before);
    }

    @Test
    void theLedgerOfTheImportVerifies() throws IOException {
        var findings = new ArrayList<String>();

        var verified =
                BostonCity.imported().context.getBean(Casework.class).verify(findings::add);

        assertThat(findings).isEmpty();
        assertThat(verified.cases()).isEqualTo(31_828);
        assertThat(verified.broken()).isZero();
    }

    private static String state(BostonCity boston) {
        return boston.db
                .sql(
                        """
                        select count(*) || ' ' || md5(string_agg(origin_id || encode(head, 'hex'), ',' order by origin_id))
                        from casework.case_file
                        """)
                .query(String.class)
                .single();
    }
}
