package city.gewu.assessment.web;

import static city.gewu.assessment.Facts.due;
import static city.gewu.assessment.Facts.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.GivenCity;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.PublishedCases;
import city.gewu.assessment.usecase.PublishedFigures;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.platform.web.Controllers;
import com.jayway.jsonpath.JsonPath;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A published figure opens onto its cases, of which the house's own are counted and not shown.
class OpenFigureControllerTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();
    private static final YearMonth LAST = YearMonth.from(GIVEN.today()).minusMonths(1);
    private static final MockMvc HTTP =
            Controllers.mvc(
                    () -> {
                        throw new IllegalStateException("Nobody is signed in.");
                    },
                    new OpenFigureController(
                            GIVEN.get(PublishedCases.class),
                            GIVEN.get(IndicatorBook.class),
                            GIVEN.get(SubjectNames.class),
                            GIVEN.get(GivenCity.class)),
                    new AssessmentPageController(
                            GIVEN.get(PublishedFigures.class),
                            GIVEN.get(IndicatorBook.class),
                            GIVEN.get(SubjectNames.class)));

    @BeforeAll
    static void cases() {
        String due = LAST + "-10T00:00";
        GIVEN.facts(
                due(due).closed(LAST + "-09T00:00"),
                due(due).closed(LAST + "-11T00:00"),
                from("INTERNAL", due(due).closed(LAST + "-09T00:00")),
                from("LEADER", due(due)),
                due(due).by("ISD"));
        GIVEN.facts(Stream.generate(() -> due(due).by("MANY")).limit(51).toArray(Facts[]::new));
        GIVEN.facts(problem().reported(LAST + "-10T00:00"));
    }

    private static Facts from(String source, Facts facts) {
        return new Facts(
                facts.state(),
                source,
                facts.category(),
                facts.department(),
                facts.places(),
                facts.reportedAt(),
                facts.filedAt(),
                facts.dispatchedAt(),
                facts.dueAt(),
                facts.handledAt(),
                facts.endedAt(),
                facts.firstDueAt(),
                facts.failedChecks(),
                facts.waived());
    }

    private static MockHttpServletRequestBuilder cases(String subject, String part) {
        return get("/open/assessment/cases")
                .param("period", LAST.toString())
                .param("by", "department")
                .param("subject", subject)
                .param("indicator", "on_time_rate")
                .param("part", part);
    }

    @Test
    void casesOfTheHouseCountAndAreNotShown() throws Exception {
        String body =
                HTTP.perform(cases("PWD", "denominator"))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.rows").value(4))
                        .andExpect(jsonPath("$.withheld").value(2))
                        .andExpect(jsonPath("$.items.length()").value(2))
                        .andExpect(jsonPath("$.items[0].category.zh").value("路面坑洞"))
                        .andExpect(jsonPath("$.items[0].department.en").value("Public Works"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(JsonPath.<Map<String, Object>>read(body, "$.items[0]").keySet())
                .containsExactlyInAnyOrder(
                        "number", "category", "department", "day", "dueAt", "closedAt");
        HTTP.perform(cases("PWD", "numerator"))
                .andExpect(jsonPath("$.rows").value(2))
                .andExpect(jsonPath("$.withheld").value(1));
    }

    @Test
    void manyCasesComePageByPage() throws Exception {
        String first =
                HTTP.perform(cases("MANY", "denominator"))
                        .andExpect(jsonPath("$.items.length()").value(50))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        HTTP.perform(
                        cases("MANY", "denominator")
                                .param("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.rows").value(51))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void whatIsNotPublishedDoesNotOpen() throws Exception {
        for (String kind : List.of("supervisor", "team", "source")) {
            HTTP.perform(
                            get("/open/assessment/cases")
                                    .param("period", LAST.toString())
                                    .param("by", kind)
                                    .param("subject", "p1")
                                    .param("indicator", "reports_made"))
                    .andExpect(jsonPath("$.code").value("assessment.not-published"));
        }
        HTTP.perform(
                        get("/open/assessment/cases")
                                .param("period", LAST.plusMonths(1).toString())
                                .param("by", "department")
                                .param("subject", "PWD")
                                .param("indicator", "on_time_rate"))
                .andExpect(jsonPath("$.code").value("assessment.not-published"));
    }

    @Test
    void itOpensWithoutAScriptToo() throws Exception {
        String table =
                HTTP.perform(get("/open/pages/assessment?lang=en&period=" + LAST))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(table)
                .contains("/open/pages/assessment/cases?lang=en&amp;period=" + LAST)
                .contains("%</a>", "<option value=\"department\" selected>Departments</option>");
        assertThat(
                        HTTP.perform(
                                        get("/open/pages/assessment/cases")
                                                .param("period", LAST.toString())
                                                .param("by", "department")
                                                .param("subject", "PWD")
                                                .param("indicator", "on_time_rate")
                                                .param("part", "denominator"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("共 4 条，其中 2 条计入数字但不公开")
                .contains("/open/pages/cases/T");
    }
}
