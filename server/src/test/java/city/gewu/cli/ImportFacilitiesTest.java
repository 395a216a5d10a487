package city.gewu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Facilities from a file, by the command that people type.
class ImportFacilitiesTest {

    private static final String WARD =
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"WARD":1},
             "geometry":{"type":"Polygon","coordinates":[[[-71.1,42.3],[-71.0,42.3],[-71.0,42.4],
             [-71.1,42.4],[-71.1,42.3]]]}}]}
            """;
    private static final String FACILITIES =
            """
            code,kind,name,name_en,address,hours,accessible,fee,phone,state,longitude,latitude
            t1,TOILET,东门公厕,East Gate Toilet,东门,24/7,yes,,,IN_USE,-71.05,42.35
            m1,MARKET,老街市场,,老街,Mo-Su 06:00-18:00,是,,,,-71.06,42.36
            x1,TOILET,远方公厕,,,,,,,,150,31.05
            """;

    @TempDir Path folder;

    private final Map<String, String> database =
            Arrays.stream(TestDatabase.freshProperties())
                    .filter(setting -> setting.startsWith("spring.datasource."))
                    .map(setting -> setting.split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

    @Test
    void aFileIsTakenInWithWhatItLacksToldAndASecondRunChangesNothing() throws Exception {
        assertThat(run("import", "territory", file("w.geojson", WARD), "--level", "ward")).isZero();
        var facilities = file("f.csv", FACILITIES);
        assertThat(run("import", "facilities", facilities)).isZero();
        assertThat(run("import", "facilities", facilities)).isZero();

        var db =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                setting("url"), setting("username"), setting("password")));
        assertThat(
                        db.sql("select code from facility.facility order by code")
                                .query(String.class)
                                .list())
                .containsExactly("m1", "t1");
        assertThat(
                        db.sql(
                                        """
                                        select concat_ws(' ', rows_read, added, changed, unchanged,
                                          rejected)
                                        from facility.import_run order by run_id
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("3 2 0 0 1", "3 0 0 2 1");
        assertThat(
                        db.sql("select count(*) from audit.entry where action = :action")
                                .param("action", "import.facilities")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(run("import", "facilities", folder.resolve("none.csv").toString())).isNotZero();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String setting(String name) {
        return database.getOrDefault("spring.datasource." + name, "");
    }

    private int run(String... arguments) {
        String url =
                setting("url")
                        .replace(
                                "jdbc:postgresql://",
                                "postgresql://%s:%s@"
                                        .formatted(setting("username"), setting("password")));
        return Gewu.run(
                Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of(
                                        "--city",
                                        "../examples/boston/city.yaml",
                                        "--data",
                                        folder.resolve("data").toString(),
                                        "--db",
                                        url))
                        .toArray(String[]::new));
    }
}
