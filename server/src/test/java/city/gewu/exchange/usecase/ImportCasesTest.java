package city.gewu.exchange.usecase;

import static city.gewu.exchange.usecase.SmallExport.rejects;
import static city.gewu.exchange.usecase.SmallExport.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseStory;
import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import city.gewu.worktime.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCasesTest {

    @TempDir Path folder;
    private SmallExport export;

    @BeforeEach
    void anExport() throws IOException {
        export = new SmallExport(folder);
    }

    @Test
    void aClosedRowGoesThroughEveryStepAtItsOwnTimes() throws IOException {
        var done = export.importRows(row("7"));

        assertThat(done.added()).isEqualTo(1);
        var story = only();
        var opened = Instant.parse("2011-07-01T14:00:00Z");
        var closed = Instant.parse("2011-07-02T14:00:00Z");
        assertThat(story.where()).isEqualTo("export.csv:2");
        assertThat(story.reporter().id()).isEqualTo("import:small-311");
        assertThat(story.problem().source()).isEqualTo(ReportSource.HOTLINE);
        assertThat(story.problem().position()).contains(new Position(-1.5, 2.5));
        assertThat(story.problem().declaredPlace().orElseThrow().units())
                .containsExactly("SC", "1");
        assertThat(story.reportedAt()).isEqualTo(opened);
        assertThat(story.steps())
                .extracting(step -> step.command().getClass().getSimpleName(), CaseStory.Step::at)
                .containsExactly(
                        tuple("Accept", opened),
                        tuple("File", opened),
                        tuple("Dispatch", opened),
                        tuple("TakeUp", closed),
                        tuple("ReportHandled", closed),
                        tuple("RequestCheck", closed),
                        tuple("PassCheck", closed),
                        tuple("Close", closed));
        assertThat(((CaseCommand.Dispatch) story.steps().get(2).command()).deadline())
                .contains(Deadline.given(opened, Instant.parse("2011-07-05T14:00:00Z")));
    }

    @Test
    void anOpenRowStopsAtDispatchAndABlankDueIsNoClock() throws IOException {
        export.importRows(row("7", "status=Open", "closed=", "due="));

        var last = only().steps().getLast().command();
        assertThat(last).isEqualTo(new CaseCommand.Dispatch("PW", List.of(), Optional.empty()));
    }

    @Test
    void aCancelledRowIsCancelled() throws IOException {
        export.importRows(row("7", "status=Void"));

        assertThat(only().steps().getLast().command()).isEqualTo(new CaseCommand.Cancel("Void"));
    }

    @Test
    void valuesGoThroughTheMappingsOfTheCityFile() throws IOException {
        var done = export.importRows(row("7", "reason=Roads", "type=Hole", "dept=Works"));

        assertThat(done.added()).isEqualTo(1);
        assertThat(only().problem().category()).isEqualTo("streets.pothole");
    }

    @Test
    void badRowsAreWrittenDownWithTheirReasonAndStopNothing() throws IOException {
        var done =
                export.importRows(
                        row("1"),
                        row("2", "opened=01.07.2011"),
                        row("3", "opened="),
                        row("4", "closed=2011-06-30 10:00:00"),
                        row("5", "type=Flying Saucer"),
                        row("6", "reason=", "type=Emergency"),
                        row("7", "dept=FBI"),
                        row("8", "status=Pending"),
                        row("9", "via=Pigeon"),
                        row("10", "lat=north"),
                        row("11", "lon="),
                        row("12", "lat=4235"),
                        row(""),
                        row("13", "closed="),
                        row("14", "status=Open"),
                        row("15", "due=someday"),
                        row("16", "text=\"open"),
                        "17,too,few\n",
                        row("18"));

        assertThat(done.read()).isEqualTo(19);
        assertThat(done.added()).isEqualTo(2);
        assertThat(done.rejected())
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("exchange.bad-date", 2L),
                                Map.entry("exchange.missing-date", 1L),
                                Map.entry("exchange.closed-before-opened", 1L),
                                Map.entry("exchange.unknown-category", 2L),
                                Map.entry("exchange.unknown-department", 1L),
                                Map.entry("exchange.unknown-status", 1L),
                                Map.entry("exchange.unknown-source", 1L),
                                Map.entry("exchange.bad-position", 3L),
                                Map.entry("exchange.missing-id", 1L),
                                Map.entry("exchange.status-contradicts-date", 2L),
                                Map.entry("exchange.bad-row", 2L)));
        assertThat(rejects(done).lines())
                .hasSize(18)
                .first()
                .isEqualTo(
                        "\uFEFF"
                                + SmallExport.HEADER.strip()
                                + ",rejected_line,rejected_code,rejected_reason");
        assertThat(rejects(done))
                .contains("2,01.07.2011,", ",3,exchange.bad-date,", "(01.07.2011)", "FBI");
    }

    @Test
    void doubtsAreFlaggedAndKept() throws IOException {
        var done =
                export.importRows(
                        row("1", "due=2011-06-01 10:00:00"),
                        row("2", "lon=1.0", "lat=1.0"),
                        row("3", "lon=50"),
                        row("4", "lon=2"),
                        row("5", "ward=Ward 9"),
                        row("6", "ward="),
                        row("7", "lon=", "lat="));

        assertThat(done.added()).isEqualTo(7);
        assertThat(done.flagged())
                .isEqualTo(
                        Map.of(
                                "due.before-open", 1L,
                                "position.placeholder", 1L,
                                "position.outside-city", 1L,
                                "place.differs-from-position", 1L,
                                "place.unknown", 1L));
        assertThat(done.samePlace().get("ward")).containsExactly(1, 3);
        assertThat(story("2").problem().position()).isEmpty();
        assertThat(story("3").problem().position()).isPresent();
        assertThat(story("6").problem().declaredPlace().orElseThrow().units())
                .containsExactly("SC", "");
    }

    @Test
    void withoutUnitsNothingCanBeCheckedAndTheSourceIsTakenAtItsWord() throws IOException {
        export.city.hasUnits = false;

        var done = export.importRows(row("1", "lon=50"));

        assertThat(done.flagged()).isEqualTo(Map.of("place.unchecked", 1L));
        assertThat(only().problem().declaredPlace().orElseThrow().units()).containsExactly("SC", "1");
    }

    @Test
    void anIdThatComesTwiceIsThereAlreadyOrAContradiction() throws IOException {
        var done = export.importRows(row("1"), row("2"), row("1"), row("2", "text=Other"));

        assertThat(done.added()).isEqualTo(2);
        assertThat(done.alreadyThere()).isEqualTo(1);
        assertThat(done.rejected()).isEqualTo(Map.of("exchange.duplicate-id", 1L));
        assertThat(rejects(done)).contains(",5,exchange.duplicate-id,");
    }

    @Test
    void aRowTheLedgerRefusesIsWrittenDownInItsTurnAndFreesItsId() throws IOException {
        export.casework.refuses = "2";

        var done = export.importRows(row("1"), row("2"), row("3", "dept=FBI"), row("2", "text=x"));

        assertThat(done.rejected())
                .isEqualTo(Map.of("casework.no", 2L, "exchange.unknown-department", 1L));
        assertThat(rejects(done).lines().skip(1))
                .satisfiesExactly(
                        second -> assertThat(second).contains(",3,casework.no,"),
                        third -> assertThat(third).contains(",4,exchange.unknown-department,"),
                        fourth -> assertThat(fourth).contains(",5,casework.no,"));
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        var first = export.importRows(row("1"), row("2", "dept=FBI"), row("3", "lon=50"));
        var rejects = rejects(first);

        var second = export.importFile(folder.resolve("export.csv"));

        assertThat(second.added()).isZero();
        assertThat(second.alreadyThere()).isEqualTo(2);
        assertThat(second.rejected()).isEqualTo(first.rejected());
        assertThat(second.flagged()).isEqualTo(first.flagged());
        assertThat(rejects(second)).isEqualTo(rejects);
        assertThat(
                        export.db
                                .sql("select count(*) from exchange.import_run where rejected = 1")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void killedHalfWayAndStartedAgainItEndsTheSame() throws IOException {
        var rows =
                IntStream.range(0, 9_000)
                        .mapToObj(n -> row("c" + n, n % 97 == 0 ? "dept=FBI" : "text=x" + n))
                        .toArray(String[]::new);
        var undisturbed = export.importRows(rows);
        var expected = rejects(undisturbed);

        for (int batches = 0; batches < 5; batches++) {
            var other = new SmallExport(Files.createDirectories(folder.resolve("k" + batches)));
            var file = other.write(rows);
            other.casework.diesAfterBatches = batches;
            assertThatThrownBy(() -> other.importFile(file)).hasMessage("killed");
            assertThat(folder.resolve("k" + batches + "/data/rejects")).isEmptyDirectory();

            other.casework.diesAfterBatches = Integer.MAX_VALUE;
            var again = other.importFile(file);

            assertThat(other.casework.stories.keySet())
                    .containsExactlyElementsOf(export.casework.stories.keySet());
            assertThat(rejects(again)).isEqualTo(expected);
            assertThat(again.added() + again.alreadyThere()).isEqualTo(undisturbed.added());
        }
        assertThat(export.casework.batches).allMatch(size -> size <= 2_000).hasSize(5);
        assertThat(export.progress.getLast().rows()).isEqualTo(9_000);
        assertThat(export.progress.getLast().bytesRead())
                .isEqualTo(export.progress.getLast().bytesTotal());
    }

    @Test
    void aCorrectedRejectsFileCanBeImportedItself() throws IOException {
        var done = export.importRows(row("1"), row("2", "dept=FBI"));
        var corrected =
                Files.writeString(
                        folder.resolve("corrected.csv"), rejects(done).replace("FBI", "PW"));

        var again = export.importFile(corrected);

        assertThat(again.added()).isEqualTo(1);
        assertThat(rejects(again).lines().findFirst().orElseThrow().split("rejected_line"))
                .hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedBeforeAnythingHappens() throws IOException {
        refuses(
                SmallExport.HEADER.replace(",due,", ",target,"),
                "exchange.missing-column",
                "(due)",
                "target");
        refuses(SmallExport.HEADER.replace(',', ';'), "exchange.bad-delimiter", "(;)");
        refuses(SmallExport.HEADER.replace(',', '\t'), "exchange.bad-delimiter", "(\\t)");
        refuses(SmallExport.HEADER.replace("ward", "id"), "exchange.missing-column", "(ward)");
        refuses("id," + SmallExport.HEADER, "exchange.bad-header", "(id)");
        refuses("", "exchange.not-a-csv", "empty");
        refuses("\n\n", "exchange.not-a-csv", "column names");
        refuses("Lorem ipsum dolor", "exchange.missing-column", "Lorem ipsum");
        assertThat(export.casework.stories).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theRejectsNeverTakeThePlaceOfTheExport() throws IOException {
        var file = export.write(row("1"));

        assertThatThrownBy(
                        () ->
                                export.exchange.importCases(
                                        export.cityFile(), file, Optional.of(file), _ -> {}))
                .hasMessageContaining("exchange.rejects-is-input");
    }

    @Test
    void aDataDirectoryHoldsOneCity() throws IOException {
        export.city.defineCity(SmallCity.city("OTHER"));

        assertThatThrownBy(() -> export.importRows(row("1")))
                .hasMessageContaining("exchange.another-city")
                .hasMessageContaining("OTHER");
    }

    @Test
    void aLevelIsReadTheWayTheCityFileSays() throws IOException {
        var geoJson = Files.writeString(folder.resolve("wards.geojson"), "{}");

        export.exchange.importTerritory(export.cityFile(), geoJson, "ward", _ -> {});

        assertThat(export.city.calls)
                .containsSequence("city SC", "calendar", "scheme 1")
                .last()
                .asString()
                .contains("level=ward", "codeTemplate={W}", "wards.geojson");
        assertThatThrownBy(() ->
                        export.exchange.importTerritory(
                                export.cityFile(), geoJson, "street", _ -> {}))
                .hasMessageContaining("exchange.unknown-level");
    }

    private void refuses(String text, String code, String... said) throws IOException {
        var file = export.writeFile(text);
        assertThatThrownBy(() -> export.importFile(file))
                .hasMessageContaining(code)
                .hasMessageContainingAll(said);
    }

    private CaseStory only() {
        assertThat(export.casework.stories).hasSize(1);
        return export.casework.stories.values().iterator().next();
    }

    private CaseStory story(String id) {
        return Objects.requireNonNull(export.casework.stories.get("small-311" + id));
    }
}
