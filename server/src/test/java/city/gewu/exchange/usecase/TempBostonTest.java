package city.gewu.exchange.usecase;

import city.gewu.catalogue.*;
import city.gewu.database.TestDatabase;
import city.gewu.exchange.store.ImportRunStore;
import city.gewu.platform.Named;
import city.gewu.territory.*;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.InputStream;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TempBostonTest {
    @Test
    void run() throws Exception {
        var files = RealData.boston();
        var context = new TerritoryContext();
        var fake = new SmallCity();
        var cats = new ArrayList<MinorCategory>();
        var file = Path.of("../examples/boston/city.yaml");
        for (var r : CsvReader.builder().ofNamedCsvRecord(Path.of("../examples/boston/catalogue.csv"))) {
            cats.add(new MinorCategory(r.getField("minor_code"), CategoryKind.INCIDENT, r.getField("major_code"),
                new Named(r.getField("major_zh"), r.getField("major_en")), new Named(r.getField("minor_zh"), r.getField("minor_en")), "source", List.of()));
        }
        var catalogue = new Catalogue() {
            @Override public List<MinorCategory> listCategories() { return cats; }
            @Override public Optional<MinorCategory> findCategory(String c) { return Optional.empty(); }
            @Override public void importScheme(String a, String b, InputStream c) {}
        };
        var prepare = new PrepareCity(context.territory(), fake, catalogue, fake);
        var terr = new ImportTerritory(prepare, context.territory());
        System.out.println(terr.importTerritory(file, files.resolve("wards.geojson"), "ward", System.out::println));
        System.out.println(terr.importTerritory(file, files.resolve("precincts.geojson"), "precinct", System.out::println));
        context.territory().listUnits("precinct").stream().filter(u -> Integer.parseInt(u.code().substring(0, 2)) != Integer.parseInt("0" + u.parent())).forEach(u -> System.out.println("PARENT " + u));
        var casework = new RecordingCasework();
        var ex = new FileExchange(prepare, terr, new ImportCases(new References(context.territory(), catalogue, fake), casework,
            new ImportRunStore(JdbcClient.create(TestDatabase.fresh())), Clock.systemUTC()), "/tmp/exch/data");
        for (int i = 0; i < 3; i++) {
            casework.stories.clear();
            var done = ex.importCases(file, files.resolve("boston-311-2011-q3.csv"), Optional.empty(), p -> {});
            System.out.println(done);
            done.samePlace().forEach((k, v) -> System.out.println(k + Arrays.toString(v)));
        }
        try (var out = Files.newBufferedWriter(Path.of("/tmp/exch/differs.csv"))) {
            for (var s : casework.stories.values()) {
                var p = s.problem();
                if (p.flags().contains("place.differs-from-position") || p.flags().contains("position.outside-city")) {
                    var pos = p.position().orElseThrow();
                    out.write(s.sourceId() + "," + pos.longitude() + "," + pos.latitude() + "," + String.join(",", p.declaredPlace().orElseThrow().units()) + "," + context.territory().findPlace(pos.longitude(), pos.latitude()).map(x -> String.join(",", x.units())).orElse(",,") + "\n");
                }
            }
        }
    }
}
