package city.gewu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.database.TurningClock;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogueTest {

    private static final Path JINGMEN = Path.of("../examples/jingmen/catalogue.csv");
    private static final String HEADER =
            "kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,"
                    + "condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit\n";
    private static final String WASTE =
            "INCIDENT,E01,市容环境,City appearance,E0110,暴露生活垃圾,Exposed waste,high,"
                    + "1,散落在外,Lying about,已清运,Cleared,4,WORK_HOUR\n";

    private DataSource database;
    private Catalogue catalogue;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        catalogue = catalogueOn(database);
    }

    @Test
    void beforeAnySchemeThereIsNoCategory() {
        assertThat(catalogue.listCategories()).isEmpty();
        assertThat(catalogue.findCategory("E0110")).isEmpty();
    }

    @Test
    void theSchemeInForceIsFoundAgainAfterARestart() {
        importText("1", HEADER + WASTE);
        assertThat(catalogueOn(database).listCategories())
                .isEqualTo(catalogue.listCategories())
                .hasSize(1);
        var waste = catalogueOn(database).findCategory("E0110").orElseThrow();
        assertThat(waste.kind()).isEqualTo(CategoryKind.INCIDENT);
        assertThat(waste.major()).isEqualTo(new Named("市容环境", "City appearance"));
        assertThat(waste.conditions())
                .containsExactly(
                        new FilingCondition(
                                "1",
                                new Named("散落在外", "Lying about"),
                                new Named("已清运", "Cleared"),
                                new TimeLimit(4, LimitUnit.WORK_HOUR)));
    }

    @Test
    void whatFollowsAConditionIsKeptAndACircleIsRefused() {
        var staged =
                HEADER.replace("limit_unit", "limit_unit,then")
                        + WASTE.replace("WORK_HOUR", "WORK_HOUR,2")
                        + WASTE.replace("high,1", "high,2").replace("WORK_HOUR", "WORK_HOUR,");
        importText("1", staged);
        assertThat(catalogueOn(database).findCategory("E0110").orElseThrow().conditions())
                .extracting(FilingCondition::then)
                .containsExactly(Optional.of("2"), Optional.empty());
        assertRefused(
                "catalogue.bad-scheme",
                "2",
                staged.replace("WORK_HOUR,\n", "WORK_HOUR,1\n"),
                "line 3: then (1) leads back");
    }

    @Test
    void theWidthOfACodeIsTheSchemesAffair() {
        importText(
                "1",
                HEADER
                        + WASTE.replace("E0110", "highway.pothole")
                        + WASTE.replace("E0110", "080").replace("E01,", "08,"));
        assertThat(catalogue.findCategory("highway.pothole")).isPresent();
        assertThat(catalogue.findCategory("080")).isPresent();
        assertThat(catalogue.findCategory("80")).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        importText("1", HEADER + WASTE);
        importText("1", HEADER + WASTE);
        assertThat(count("select count(*) from catalogue.scheme_in_force")).isOne();
    }

    @Test
    void anotherVersionTakesOverAndTheOldOneIsKept() {
        importText("1", HEADER + WASTE);
        importText("2", HEADER + WASTE.replace("E0110", "E0111"));
        assertThat(catalogue.findCategory("E0110")).isEmpty();
        assertThat(catalogue.findCategory("E0111")).isPresent();
        assertThat(count("select count(*) from catalogue.minor_category")).isEqualTo(2);
        assertThat(count("select count(*) from catalogue.pub_category")).isOne();
    }

    @Test
    void aMomentOfThePastIsAnsweredByTheSchemeThatCountedThen() {
        var first = Instant.parse("2026-01-01T00:00:00Z");
        var second = Instant.parse("2026-07-01T00:00:00Z");
        var longer = WASTE.replace("4,WORK_HOUR", "8,WORK_HOUR");
        importAt(first, "1", HEADER + WASTE + WASTE.replace("E0110", "E0111"));
        importAt(second, "2", HEADER + longer);
        var now = catalogueOn(database);

        assertThat(limitAt(now, "E0110", first.minusSeconds(1))).contains(4);
        assertThat(limitAt(now, "E0110", second.minusSeconds(1))).contains(4);
        assertThat(limitAt(now, "E0110", second)).contains(8);
        assertThat(limitAt(now, "E0111", second.minusSeconds(1))).contains(4);
        assertThat(limitAt(now, "E0111", second)).isEmpty();

        assertThat(now.findCategory("E0111")).isEmpty();
        assertThat(now.findKnown("E0111")).isPresent();
        assertThat(now.findKnown("E9999")).isEmpty();
    }

    @Test
    void aSchemeLaidDownForLaterComesIntoForceByItselfOnARunningServer() {
        importText("1", HEADER + WASTE);
        importText("2", HEADER + WASTE.replace("4,WORK_HOUR", "8,WORK_HOUR"));
        JdbcClient.create(database)
                .sql("update catalogue.scheme_in_force set since = :at where version = :version")
                .param("at", Moments.utc(Instant.parse("2026-01-01T00:00:00Z")))
                .param("version", "1")
                .update();
        JdbcClient.create(database)
                .sql("update catalogue.scheme_in_force set since = :at where version = :version")
                .param("at", Moments.utc(Instant.parse("2026-07-01T00:00:00Z")))
                .param("version", "2")
                .update();
        var clock = new TurningClock(Instant.parse("2026-06-30T23:59:59Z"));
        var running = catalogueOn(database, clock);
        assertThat(limit(running)).isEqualTo(4);
        clock.turnTo(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(limit(running)).isEqualTo(8);
    }

    private static int limit(Catalogue catalogue) {
        return catalogue
                .findCategory("E0110")
                .orElseThrow()
                .conditions()
                .getFirst()
                .limit()
                .amount();
    }

    private void importAt(Instant at, String version, String csv) {
        catalogueOn(database, Clock.fixed(at, ZoneOffset.UTC))
                .importScheme(
                        version,
                        "scheme.csv",
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Integer> limitAt(Catalogue catalogue, String code, Instant at) {
        return catalogue
                .findCategory(code, at)
                .map(category -> category.conditions().getFirst().limit().amount());
    }

    @Test
    void otherContentUnderAKnownVersionIsRefused() {
        importText("1", HEADER + WASTE);
        assertRefused(
                "catalogue.version-taken", "1", HEADER + WASTE.replace("4,WORK", "5,WORK"), "(1)");
    }

    @Test
    void everyFaultIsToldWithItsLineAndNothingIsKept() {
        String text =
                HEADER
                        + WASTE
                        + WASTE
                        + WASTE.replace("INCIDENT", "EVENT").replace("E0110", "E0111")
                        + WASTE.replace("E0110", "E0112").replace(",4,", ",0,")
                        + WASTE.replace("E0110", "E0113").replace(",4,", ",four,")
                        + WASTE.replace("E0110", "E0114").replace("WORK_HOUR", "HOURS")
                        + WASTE.replace("E0110", "E0115").replace("已清运", "")
                        + WASTE.replace("E0110", "E0116").replace(",high,", ",sure,")
                        + WASTE.replace("市容环境", "街面秩序").replace("E0110", "E0117")
                        + "INCIDENT,E01\n";
        assertRefused(
                "catalogue.bad-scheme",
                "1",
                text,
                "line 3: condition (1) of (E0110) is given twice",
                "line 4: kind (EVENT)",
                "line 5: A time limit (0)",
                "line 6: limit_amount (four)",
                "line 7: limit_unit (HOURS)",
                "line 8: closing_zh is empty",
                "line 9: confidence (sure)",
                "line 10: major_code (E01) has another name above",
                "line 11: has 2 fields instead of 15");
        assertThat(catalogue.listCategories()).isEmpty();
        assertThat(count("select count(*) from catalogue.scheme")).isZero();
    }

    @Test
    void aWrongHeaderDelimiterOrEncodingIsRefused() {
        assertRefused("catalogue.bad-scheme", "1", WASTE, "line 1: the header must be kind,");
        assertRefused(
                "catalogue.bad-scheme",
                "1",
                HEADER.replace(',', ';') + WASTE,
                "line 1: the header");
        assertRefused("catalogue.bad-scheme", "1", HEADER, "the file holds no category");
        assertRefused("catalogue.bad-scheme", "1", "", "the file holds no category");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        catalogue.importScheme(
                                "1",
                                "a.csv",
                                new ByteArrayInputStream(new byte[] {(byte) 0xB2, 1})))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        importText("1", "\uFEFF" + HEADER + WASTE);
        assertThat(catalogue.listCategories()).hasSize(1);
    }

    @Test
    void theStandardSchemeHasStreetOrderFourAndEmergenciesFive() throws IOException {
        importText("jingmen", Files.readString(JINGMEN));
        var all = catalogue.listCategories();
        assertThat(all).hasSize(252);
        var majors =
                all.stream()
                        .collect(
                                Collectors.toMap(
                                        MinorCategory::majorCode,
                                        category -> category.major().zh(),
                                        (one, _) -> one));
        assertThat(majors).containsEntry("E04", "街面秩序").containsEntry("E05", "突发事件").hasSize(11);
        assertThat(all)
                .allSatisfy(category -> {
                    assertThat(category.code()).matches("[CE][0-9]{4}");
                    assertThat(category.code()).startsWith(category.majorCode());
                    assertThat(category.conditions()).hasSizeBetween(1, 4);
                });
        assertThat(catalogue.findCategory("C0114").orElseThrow().name().zh()).isEqualTo("园林井盖");
        assertThat(catalogue.findCategory("C0302").orElseThrow().name().zh()).isEqualTo("公厕指示牌");
    }

    @Test
    void anEmergencyIsMadeSafeFirstAndMendedThen() throws IOException {
        importText("jingmen", Files.readString(JINGMEN));
        assertThat(catalogue.findCategory("E0501").orElseThrow().conditions())
                .extracting(FilingCondition::limit)
                .containsExactly(
                        new TimeLimit(1, LimitUnit.URGENT_HOUR),
                        new TimeLimit(8, LimitUnit.URGENT_HOUR),
                        new TimeLimit(5, LimitUnit.WORK_DAY));
    }

    private void importText(String version, String csv) {
        catalogue.importScheme(
                version,
                "catalogue.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertRefused(String code, String version, String csv, String... words) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> importText(version, csv))
                .withMessageStartingWith(code)
                .satisfies(e ->
                        assertThat(e.getMessage())
                                .contains("catalogue.csv")
                                .contains(List.of(words)));
    }

    private static Catalogue catalogueOn(DataSource database) {
        return catalogueOn(database, Clock.systemUTC());
    }

    private static Catalogue catalogueOn(DataSource database, Clock clock) {
        return TestModule.start(
                        database,
                        clock,
                        "city.gewu.catalogue.store",
                        "city.gewu.catalogue.usecase",
                        "city.gewu.worktime.store",
                        "city.gewu.worktime.usecase")
                .getBean(Catalogue.class);
    }

    private Long count(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }
}
