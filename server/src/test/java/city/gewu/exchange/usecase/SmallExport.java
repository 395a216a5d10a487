package city.gewu.exchange.usecase;

import city.gewu.database.TestDatabase;
import city.gewu.exchange.Exchange.CaseImport;
import city.gewu.exchange.Exchange.Progress;
import city.gewu.exchange.store.ImportRunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Exports of the small city, and one exchange to read them.
final class SmallExport {

    static final String HEADER =
            "id,opened,due,closed,status,reason,type,dept,via,text,where,lon,lat,ward\n";

    final Path folder;
    final SmallCity city = new SmallCity();
    final RecordingCasework casework = new RecordingCasework();
    final JdbcClient db = JdbcClient.create(TestDatabase.fresh());
    final List<Progress> progress = new ArrayList<>();
    final FileExchange exchange;

    SmallExport(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("calendar.yaml"), "");
        Files.writeString(folder.resolve("catalogue.csv"), "");
        Files.writeString(cityFile(), CITY);
        var clock = Clock.fixed(Instant.parse("2012-01-01T00:00:00Z"), ZoneOffset.UTC);
        var prepare = new PrepareCity(city, city, city, city);
        exchange =
                new FileExchange(
                        prepare,
                        new ImportTerritory(prepare, city),
                        new ImportCases(
                                new References(city, city, city),
                                casework,
                                new ImportRunStore(db),
                                clock),
                        folder.resolve("data").toString());
    }

    Path cityFile() {
        return folder.resolve("city.yaml");
    }

    /// A good row with some columns changed: `row("7", "status=Open", "closed=")`.
    static String row(String id, String... changes) {
        var columns = List.of(HEADER.strip().split(","));
        var fields =
                new ArrayList<>(
                        List.of(
                                id,
                                "2011-07-01 10:00:00",
                                "2011-07-05 10:00:00",
                                "2011-07-02 10:00:00",
                                "Closed",
                                "Streets",
                                "Pothole Repair",
                                "PW",
                                "Phone",
                                "A hole",
                                "1 Main St",
                                "-1.5",
                                "2.5",
                                "Ward 1"));
        for (var change : changes) {
            int equals = change.indexOf('=');
            fields.set(columns.indexOf(change.substring(0, equals)), change.substring(equals + 1));
        }
        return String.join(",", fields) + "\n";
    }

    Path write(String... rows) throws IOException {
        return writeFile(HEADER + String.join("", rows));
    }

    Path writeFile(String text) throws IOException {
        return Files.writeString(folder.resolve("export.csv"), text, StandardCharsets.UTF_8);
    }

    CaseImport importRows(String... rows) throws IOException {
        return importFile(write(rows));
    }

    CaseImport importFile(Path file) {
        return exchange.importCases(cityFile(), file, Optional.empty(), progress::add);
    }

    static String rejects(CaseImport done) throws IOException {
        return Files.readString(done.rejectsFile());
    }

    private static final String CITY =
            """
            city:
              code: SC
              name: { zh: 小城, en: Small City }
              zone: America/New_York
              centre: [0, 0]
              zoom: 10
            calendar: calendar.yaml
            catalogue: { version: "1", file: catalogue.csv }
            levels:
              - code: city
                name: { zh: 全市, en: City }
              - code: ward
                name: { zh: 选区, en: Ward }
                geojson:
                  crs: EPSG:4326
                  code: "{W}"
                  name: { zh: "{W}", en: "{W}" }
                  parent: SC
                  effectiveOn: 2000-01-01
            departments:
              - { code: PW, name: { zh: 市政, en: Public Works }, kind: bureau }
            cases:
              origin: small-311
              delimiter: ","
              times: { zone: America/New_York, formats: ["uuuu-MM-dd HH:mm:ss"] }
              id: id
              opened: opened
              due: due
              closed: closed
              status: { column: status, values: { Open: OPEN, Closed: CLOSED, Void: CANCELLED } }
              source: { column: via, values: { Phone: HOTLINE } }
              category:
                columns: [reason, type]
                values: { "Roads / Hole": streets.pothole }
              department: { column: dept, values: { Works: PW } }
              description: "{text}"
              address: "{where}"
              closingNote: ""
              position:
                longitude: lon
                latitude: lat
                system: wgs84
                placeholders: [[1.0, 1.0]]
              places:
                ward: { column: ward, pattern: "(?:Ward )?0*([1-9])", code: "{1}" }
            """;
}
