package city.gewu.assessment.usecase.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.assessment.MonthArchive;
import city.gewu.assessment.MonthArchive.KeptMonth;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closed months as files: proved before they are written, whole or not there, and never changed.
class MonthArchiveTest {

    private static final Optional<String> AUGUST = Optional.of("2011-08");

    @TempDir Path folder;
    private Path archive;
    private ArchivedTown town;

    @BeforeEach
    void open() throws IOException {
        archive = folder.resolve("archive");
        town = new ArchivedTown(folder);
        town.clock.turnTo(Instant.parse("2011-10-07T15:00:00Z"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void everyMonthThatIsOverIsKeptOnceAndCountsLikeTheDatabase() throws IOException {
        var kept = town.keep(archive, Optional.empty());
        assertThat(kept)
                .extracting(KeptMonth::month)
                .containsExactly(YearMonth.of(2011, 8), YearMonth.of(2011, 9));
        assertThat(kept)
                .allSatisfy(month -> {
                    assertThat(month.added()).isTrue();
                    assertThat(month.rows()).isPositive();
                    assertThat(month.unsealed()).isZero();
                    assertThat(month.seals()).isEqualTo(1);
                });
        for (String kind : List.of("department", "ward", "source", "category")) {
            for (String month : List.of("2011-08", "2011-09")) {
                assertThat(town.live(month, kind)).isNotEmpty();
                assertThat(town.archived(archive, month, kind)).isEqualTo(town.live(month, kind));
            }
        }

        var before = ArchivedTown.files(archive);
        assertThat(town.keep(archive, Optional.empty())).hasSize(2).noneMatch(KeptMonth::added);
        assertThat(ArchivedTown.files(archive)).isEqualTo(before);
        assertThat(town.faults(archive)).isEmpty();
    }

    @Test
    void aMonthBeforeItIsOverIsRefused() {
        refused("archive.month-open", Optional.of("2011-10"));
        refused("archive.bad-month", Optional.of("2011-13"));
        town.clock.turnTo(Instant.parse("2011-11-01T04:00:00Z"));
        refused("archive.month-open", Optional.of("2011-10"));
        town.clock.turnTo(Instant.parse("2011-11-01T04:05:00Z"));
        assertThat(town.keep(archive, Optional.of("2011-10"))).hasSize(1);
    }

    @Test
    void whatTheLedgerDoesNotProveIsNotKept() throws IOException {
        town.keep(archive, Optional.of("2011-09"));
        var before = ArchivedTown.files(archive);

        change("update casework.day_seal set root = sha256('x') where day = '2011-10-05'");
        refused("archive.seal-broken", AUGUST);
        assertThat(ArchivedTown.files(archive)).isEqualTo(before);
        assertThat(town.faults(archive))
                .singleElement()
                .asString()
                .contains("BOS 2011-09", "seal of 2011-10-05");
    }

    @Test
    void aChangedCaseIsNotKept() {
        change(
                "update casework.case_file set ended_at = ended_at - interval '1 day' where case_id = (select min(case_id) from casework.case_file where ended_at < '2011-09-01')");
        refused("archive.seal-broken", AUGUST);
    }

    @Test
    void aMonthWhoseEventsHaveNoSealYetIsKeptAndSaysSo() {
        town.clock.turnTo(Instant.parse("2011-10-05T16:00:00Z"));
        var kept = town.keep(archive, AUGUST).getFirst();
        assertThat(kept.unsealed()).isPositive();
        assertThat(kept.seals()).isZero();
    }

    @Test
    void aProcessKilledHalfWayLeavesNoHalfMonth() throws IOException {
        var killed = new IllegalStateException("killed");
        assertThatThrownBy(() ->
                        town.archive()
                                .keep(
                                        archive,
                                        AUGUST,
                                        new MonthArchive.Told() {
                                            @Override
                                            public void working(YearMonth month, long rows) {
                                                if (rows > 0) {
                                                    throw killed;
                                                }
                                            }

                                            @Override
                                            public void kept(KeptMonth month) {}
                                        }))
                .isSameAs(killed);
        assertThat(archive.resolve("city=BOS")).doesNotExist();
        assertThat(town.faults(archive)).isEmpty();

        assertThat(town.keep(archive, AUGUST)).singleElement().matches(KeptMonth::added);
        assertThat(ArchivedTown.files(archive).keySet())
                .noneMatch(name -> name.contains(".half"))
                .contains("city=BOS/month=2011-08/manifest.json");
        assertThat(town.faults(archive)).isEmpty();
    }

    @Test
    void aChangedByteAChangedManifestAndALostFileAreFound() throws IOException {
        town.keep(archive, Optional.empty());
        var august = archive.resolve("city=BOS/month=2011-08");
        var file = august.resolve("casework-pub-case.parquet");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(town.faults(archive))
                .singleElement()
                .asString()
                .contains("BOS 2011-08", "casework-pub-case.parquet", "not what was written");
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        var manifest = august.resolve("manifest.json");
        String text = Files.readString(manifest, StandardCharsets.UTF_8);
        Files.writeString(manifest, text.replaceFirst("\"cases\" : \\d+", "\"cases\" : 7"));
        assertThat(town.faults(archive)).singleElement().asString().contains("manifest");
        Files.writeString(manifest, text);
        assertThat(town.faults(archive)).isEmpty();

        Files.delete(august.resolve("patrol-pub-duty.parquet"));
        assertThat(town.faults(archive)).singleElement().asString().contains("missing");
    }

    @Test
    void aPeriodThatIsNotWhollyThereIsRefusedByName() {
        town.keep(archive, AUGUST);
        assertThatThrownBy(() -> town.archived(archive, "2011-Q3", "department"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("archive.missing-month")
                .hasMessageContaining("2011-07");
    }

    private void change(String sql) {
        town.keep(folder.resolve("elsewhere"), AUGUST);
        assertThat(town.db().sql(sql).update()).isEqualTo(1);
    }

    private void refused(String code, Optional<String> month) {
        assertThatThrownBy(() -> town.keep(archive, month))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(code);
    }
}
