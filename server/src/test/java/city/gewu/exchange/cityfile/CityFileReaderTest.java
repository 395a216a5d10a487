package city.gewu.exchange.cityfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import city.gewu.exchange.model.CaseMapping.Status;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFileReaderTest {

    private static final Path BOSTON = Path.of("../examples/boston/city.yaml");

    @TempDir Path folder;

    @BeforeEach
    void besideTheCityFile() throws IOException {
        Files.writeString(folder.resolve("calendar.yaml"), "");
        Files.writeString(folder.resolve("catalogue.csv"), "");
    }

    @Test
    void bostonIsUnderstood() {
        var boston = CityFileReader.read(BOSTON);

        assertThat(boston.city().levels())
                .extracting("code")
                .containsExactly("city", "ward", "precinct");
        assertThat(boston.city().levels().get(2).parent()).isEqualTo("ward");
        assertThat(boston.departments()).hasSize(11).extracting("code").contains("No Q", "BPS_");
        assertThat(boston.territory())
                .extractingByKey("precinct")
                .extracting("crs")
                .isEqualTo("EPSG:2249");
        var cases = boston.cases().orElseThrow();
        assertThat(cases.sources().values())
                .containsEntry("Constituent Call", ReportSource.HOTLINE)
                .hasSize(6);
        assertThat(cases.statuses().values()).containsEntry("Closed", Status.CLOSED);
        assertThat(cases.coordinates().orElseThrow().placeholders())
                .containsExactly(new Position(-71.0587, 42.3594));
    }

    @Test
    void everySpellingOfAWardIsOneCode() {
        var ward = CityFileReader.read(BOSTON).cases().orElseThrow().places().getFirst();

        assertThat(ward.findCode("Ward 7")).contains("07");
        assertThat(ward.findCode("07")).contains("07");
        assertThat(ward.findCode("7")).contains("07");
        assertThat(ward.findCode("Ward 20")).contains("20");
        assertThat(ward.findCode("Ward 0")).isEmpty();
        assertThat(ward.findCode("Mattapan")).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedWhereItStands() throws IOException {
        refuses(
                "  zone: America/New_York",
                "  zoan: America/New_York",
                "zoan",
                "line ",
                "known here");
    }

    @Test
    void aMissingKeyIsRefusedByName() throws IOException {
        refuses("  id: case_enquiry_id\n", "", "cases", "id", "line ");
        refuses("calendar: calendar.yaml\n", "", "lacks a key", "calendar");
        refuses("  zoom: 12\n", "", "lacks a key", "city.zoom", "line ");
    }

    @Test
    void aBlankValueIsRefused() throws IOException {
        refuses("  id: case_enquiry_id", "  id:", "id");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() throws IOException {
        refuses("  code: BOS", "  code: BOS\n  code: NYC", "code", "line ");
    }

    @Test
    void whatIsNoYamlIsRefused() throws IOException {
        refuses("calendar: calendar.yaml", "calendar: [", "line ");
    }

    @Test
    void valuesThatMeanNothingAreRefusedByTheirPath() throws IOException {
        refuses("zone: America/New_York", "zone: America/Bostn", "city.zone", "America/Bostn");
        refuses("  origin: boston-311", "  origin: stage", "cases.origin", "keeps this name");
        refuses("Closed: CLOSED", "Closed: SHUT", "cases.status.values.Closed", "SHUT");
        refuses("Twitter: WEB", "Twitter: BIRD", "cases.source.values.Twitter", "BIRD");
        refuses("uuuu-MM-dd", "yyyy-MM-dd", "cases.times.formats");
        refuses("system: wgs84", "system: bd09", "cases.position.system", "bd09");
        refuses("file: catalogue.csv", "file: none.csv", "catalogue.file", "none.csv");
        refuses("    ward:\n", "    borough:\n", "cases.places", "borough");
        refuses("\"([0-9]{4})\"", "\"([0-9]{4}\"", "cases.places.precinct.pattern");
        refuses("\"{1:02}\"", "\"{2:02}\"", "cases.places.ward.pattern");
        refuses("centre: [-71.0760, 42.3190]", "centre: [42.3190]", "city.centre");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> CityFileReader.read(folder.resolve("none.yaml")))
                .hasMessageContaining("exchange.missing-file");
    }

    private void refuses(String was, String is, String... said) throws IOException {
        var boston = Files.readString(BOSTON);
        assertThat(boston).contains(was);
        var file = Files.writeString(folder.resolve("city.yaml"), boston.replace(was, is));
        assertThatThrownBy(() -> CityFileReader.read(file))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> {
                            var refusal = e.refusal();
                            assertThat(refusal.code()).isEqualTo("exchange.bad-city-file");
                            assertThat(refusal.detail() + refusal.advice())
                                    .contains(file.toString())
                                    .contains(said);
                        });
    }
}
