package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.store.CaseRows;
import city.gewu.casework.store.CaseRows.Row;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.platform.web.Controllers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ledgers of the units over HTTP: ratios, files, and what a number opens onto.
class UnitLedgersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant THEN = Instant.parse("2026-03-01T02:00:00Z");
    private static final String LEDGER = "/api/ledgers?period=2026-03";

    private AnnotationConfigApplicationContext context;
    private MockMvcTester http;
    private Actor who = CityFixture.SHIFT_LEAD;

    @BeforeEach
    void open() {
        var database = TestDatabase.fresh();
        var rows = new CaseRows(database);
        for (int i = 0; i < 3; i++) {
            long id = rows.add(new Row().at("roads"));
            rows.happened(id, 1, "dispatched", THEN, "department roads");
            if (i == 0) {
                rows.happened(id, 2, "extension-asked", THEN, "reason =rain");
            }
        }
        long old = rows.add(new Row().at("parks"));
        rows.happened(old, 1, "dispatched", THEN.minusSeconds(86_400 * 40), "department parks");
        rows.happened(old, 2, "urged", THEN, "message hurry");
        context = new SmallCity().open(database);
        http =
                Controllers.signedIn(
                        () -> who,
                        context.getBean(UnitLedgerController.class),
                        context.getBean(CaseController.class));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aNumberStandsBesideItsPartOfTheDispatchesAndAPartOfNothingIsNone() {
        var ledger = json(get(LEDGER));
        assertThat(ledger.get("kinds").toString())
                .isEqualTo("[\"department\",\"district\",\"street\"]");
        var lines = ledger.get("lines");
        assertThat(lines).hasSize(2);
        var parks = lines.get(0);
        assertThat(parks.get("name").get("zh").asString()).isEqualTo("parks");
        assertThat(parks.get("dispatched").asInt()).isZero();
        assertThat(parks.get("figures").get("urged").get("cases").asInt()).isEqualTo(1);
        assertThat(parks.get("figures").get("urged").path("ratio").isNumber()).isFalse();
        var asked = lines.get(1).get("figures").get("extension_asked");
        assertThat(asked.get("cases").asInt()).isEqualTo(1);
        assertThat(asked.get("ratio").asDouble()).isEqualTo(1 / 3.0);
    }

    @Test
    void aNumberOpensOntoItsCases() {
        var cases =
                json(
                        get(
                                "/api/ledgers/cases?period=2026-03&subject=roads&fact=dispatched&limit=2"));
        assertThat(cases.get("items")).hasSize(2);
        var rest =
                json(
                        get(
                                "/api/ledgers/cases?period=2026-03&subject=roads&fact=dispatched&limit=2&cursor="
                                        + cases.get("next").asString()));
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.path("next").asString("")).isEmpty();
        assertThat(rest.get("items").get(0).get("inSight").asBoolean()).isTrue();
    }

    @Test
    void aDepartmentSeesNoLedgerButItsOwn() {
        who = CityFixture.GARDENER;
        assertThat(json(get(LEDGER)).get("lines")).hasSize(1);
        assertThat(
                        json(get("/api/ledgers/cases?period=2026-03&subject=roads&fact=dispatched"))
                                .get("items"))
                .isEmpty();
    }

    @Test
    void theLedgerIsAFileWithTheSameNumbers() throws IOException {
        var csv = body(get("/api/ledgers/export.csv?period=2026-03&lang=en")).lines().toList();
        assertThat(csv.get(0))
                .contains("Code,Unit,Dispatched,Extensions asked,Extensions asked ratio");
        assertThat(csv.get(1)).startsWith("parks,parks,0,0,,0,,");
        assertThat(csv.get(2)).startsWith("roads,roads,3,1,0.3333,0,0.0,");

        var xlsx =
                get("/api/ledgers/export.xlsx?period=2026-03&lang=zh")
                        .getResponse()
                        .getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                var found = workbook.getFirstSheet().openStream()) {
            var sheet = found.toList();
            assertThat(sheet.get(0).getCellAsString(2)).contains("派遣案件");
            assertThat(sheet.get(2).getCellAsNumber(2).orElseThrow().intValue()).isEqualTo(3);
        }
    }

    @Test
    void theCasesBehindANumberAreAFileThatNoSpreadsheetRuns() {
        var csv =
                body(get(
                                "/api/ledgers/cases/export.csv?period=2026-03&subject=roads&fact=extension_asked&lang=en"))
                        .lines()
                        .toList();
        assertThat(csv).hasSize(2);
        assertThat(csv.get(1)).contains("'=rain").contains("2026-03-01 10:00");
    }

    @Test
    void whatNobodyCountsIsRefused() {
        assertRefused(get("/api/ledgers?period=March"), 422, "casework.bad-period");
        assertRefused(get(LEDGER + "&by=planet"), 404, "casework.unknown-level");
        assertRefused(
                get("/api/ledgers/cases?period=2026-03&subject=roads&fact=luck"),
                404,
                "casework.unknown-fact");
    }

    @Test
    void theListSaysWhatIsNotTheRule() {
        var items = json(get("/api/cases?view=all&mark=urged")).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("department").asString()).isEqualTo("parks");
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).exchange();
    }

    private static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(body(answer));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
