package city.gewu.assessment.web;

import static city.gewu.assessment.Facts.due;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.EvaluatePeriod;
import city.gewu.assessment.usecase.SubjectNames;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class AssessmentControllerTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();
    private static final MockMvc HTTP =
            MockMvcBuilders.standaloneSetup(
                            new AssessmentController(
                                    GIVEN.get(IndicatorBook.class),
                                    GIVEN.get(EvaluatePeriod.class),
                                    GIVEN.get(SubjectNames.class)))
                    .build();

    @BeforeEach
    void threeCasesOfAugust() {
        GIVEN.empty();
        GIVEN.facts(
                due("2011-08-10T00:00").closed("2011-08-09T00:00"),
                due("2011-08-10T00:00").closed("2011-08-11T00:00"),
                due("2011-08-10T00:00").by("").in("BOS", "99"));
    }

    @Test
    void theBookOfIndicatorsIsOpen() throws Exception {
        HTTP.perform(get("/api/indicators"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(7))
                .andExpect(jsonPath("$[1].code").value("on_time_rate"))
                .andExpect(jsonPath("$[1].unit").value("rate"))
                .andExpect(jsonPath("$[1].name.zh").value("按期结案率"))
                .andExpect(
                        jsonPath("$[1].denominatorWords.en")
                                .value("cases due in the period and not cancelled"))
                .andExpect(jsonPath("$[1].subjectKinds[2]").value("ward"));
    }

    @Test
    void aTableNamesItsSubjects() throws Exception {
        HTTP.perform(get("/api/assessment?period=2011-08&by=department"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.by").value("department"))
                .andExpect(jsonPath("$.indicators[0]").value("cases_filed"))
                .andExpect(jsonPath("$.subjects[0].code").value("-"))
                .andExpect(jsonPath("$.subjects[0].name.zh").value("未归属"))
                .andExpect(jsonPath("$.subjects[1].name.en").value("Public Works"))
                .andExpect(jsonPath("$.subjects[1].figures.on_time_rate.numerator").value(1))
                .andExpect(jsonPath("$.subjects[1].figures.on_time_rate.value").value("0.500000"));
    }

    @Test
    void aUnitThatIsNoLongerKnownIsCalledByItsCode() throws Exception {
        HTTP.perform(get("/api/assessment?period=2011-08&by=ward"))
                .andExpect(jsonPath("$.subjects[0].name.zh").value("第一选区"))
                .andExpect(jsonPath("$.subjects[1].name.zh").value("99"));
    }

    @Test
    void aCellOpensPageByPage() throws Exception {
        String url =
                "/api/assessment/cases?period=2011-08&by=department&subject=PWD"
                        + "&indicator=on_time_rate&part=denominator&limit=1";
        String first =
                HTTP.perform(get(url))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.items.length()").value(1))
                        .andExpect(jsonPath("$.items[0].categoryName.zh").value("路面坑洞"))
                        .andExpect(jsonPath("$.items[0].departmentName.en").value("Public Works"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String next = JsonPath.read(first, "$.next");
        HTTP.perform(get(url + "&cursor=" + next))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void aMissingWordIsRefusedAndNotAnAccident() throws Exception {
        HTTP.perform(get("/api/assessment")).andExpect(status().isBadRequest());
        HTTP.perform(get("/api/assessment?period=2011-08&by=city")).andExpect(content().json("{}"));
    }
}
