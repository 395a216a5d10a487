package city.gewu.casework.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFiles;
import city.gewu.catalogue.Catalogue;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

class CommandClocksTest {

    private static final String HEADER =
            "kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,"
                    + "condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit\n";

    private final DataSource database = TestDatabase.fresh();

    @Test
    void aCaseKeepsTheLimitItWasFiledUnderWhateverSchemeComesLater() {
        var file = CaseFiles.in(CaseFiles.state("Dispatched"));
        var filedAt = file.findWork().orElseThrow().milestones().filedAt();
        importAt(filedAt.minus(Duration.ofDays(9)), "1", scheme(file, file.facts().condition(), 4));
        importAt(filedAt.plus(Duration.ofDays(1)), "2", scheme(file, "other", 40));
        var clocks =
                new CommandClocks(
                        catalogue(Clock.systemUTC()).getBean(Catalogue.class),
                        new CityFixture.Hours());

        assertThat(clocks.forDispatch(file, filedAt.plus(Duration.ofDays(2))).orElseThrow().limit())
                .contains(new TimeLimit(4, LimitUnit.WORK_HOUR));
    }

    private static String scheme(CaseFile file, String condition, int hours) {
        return HEADER
                + "INCIDENT,E01,市容环境,City appearance,%s,道路破损,Broken road,high,%s,破损,broken,修复,repaired,%d,WORK_HOUR\n"
                        .formatted(file.facts().category(), condition, hours);
    }

    private void importAt(Instant at, String version, String csv) {
        catalogue(Clock.fixed(at, ZoneOffset.UTC))
                .getBean(Catalogue.class)
                .importScheme(
                        version,
                        "scheme.csv",
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private ApplicationContext catalogue(Clock clock) {
        return TestModule.start(
                database,
                clock,
                "city.gewu.catalogue.store",
                "city.gewu.catalogue.usecase",
                "city.gewu.worktime.store",
                "city.gewu.worktime.usecase");
    }
}
