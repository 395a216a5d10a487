package city.gewu.cli;

import static city.gewu.assessment.Facts.due;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.usecase.archive.ArchiveOfFacts;
import city.gewu.database.DataDirectory;
import city.gewu.platform.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archive of a city that is being served can be counted beside the server.
class AssessBesideAServerTest {

    @TempDir private Path data;

    @Test
    void theArchiveIsCountedWhileAServerOwnsTheFolder() throws IOException {
        var given = new GivenAssessment();
        given.facts(
                due("2011-08-10T12:00").closed("2011-08-10T11:00"),
                due("2011-08-10T12:00").closed("2011-08-10T13:00"));
        new ArchiveOfFacts(given, data.resolve("archive")).keep("BOS", "2011-08");
        try (var served = DataDirectory.open(data)) {
            assertThat(served.root()).isEqualTo(data.toAbsolutePath());
            assertThat(assess("--by", "department", "--indicator", "on_time_rate"))
                    .contains("PWD")
                    .contains("0.500000");
            assertThat(assess("--by", "moon")).isEmpty();
        }
    }

    @Test
    void theDatabaseOfAServerIsRefusedWithTheWayToItsArchive() {
        var inUse = new RefusedException("data.in-use", "Another process owns it.", "Stop it.");
        assertThat(AssessCommand.withWayOut(new IllegalStateException(inUse)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal().advice()).contains("--engine duckdb"));
        var other = new IllegalStateException("something else");
        assertThat(AssessCommand.withWayOut(other)).isSameAs(other);
    }

    /// What the command writes; nothing when it refuses.
    private String assess(String... more) {
        var arguments = new String[more.length + 9];
        System.arraycopy(
                new String[] {
                    "assess",
                    "--data",
                    data.toString(),
                    "--engine",
                    "duckdb",
                    "--period",
                    "2011-08",
                    "--format",
                    "csv"
                },
                0,
                arguments,
                0,
                9);
        System.arraycopy(more, 0, arguments, 9, more.length);
        var before = System.out;
        var written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            int code = Gewu.run(arguments);
            return code == 0 ? written.toString(UTF_8) : "";
        } finally {
            System.setOut(before);
        }
    }
}
