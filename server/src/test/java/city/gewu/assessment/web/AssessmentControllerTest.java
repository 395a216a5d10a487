package city.gewu.assessment.web;

import static city.gewu.assessment.Facts.due;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.EvaluatePeriod;
import city.gewu.assessment.usecase.FigureSight;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class AssessmentControllerTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();
    private static final Actor CENTRE = new Actor("person:li", "李", Set.of(Post.ASSESSOR), "");
    private static Actor who = CENTRE;
    private static final MockMvc HTTP =
            Controllers.mvc(
                    () -> who,
                    new AssessmentController(
                            GIVEN.get(IndicatorBook.class),
                            GIVEN.get(EvaluatePeriod.class),
                            GIVEN.get(FigureSight.class),
                            GIVEN.get(SubjectNames.class)));

    @BeforeEach
    void threeCasesOfAugust() {
        who = CENTRE;
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
                .andExpect(
                        jsonPath("$.length()")
                                .value(GIVEN.get(IndicatorBook.class).indicators().size()))
                .andExpect(jsonPath("$[1].code").value("on_time_rate"))
                .andExpect(jsonPath("$[1].unit").value("rate"))
                .andExpect(jsonPath("$[1].name.zh").value("按期结案率"))
                .andExpect(
                        jsonPath("$[1].denominatorWords.en")
                                .value(
                                        "should-close cases: due in the period, not cancelled, and handled or past due"))
                .andExpect(jsonPath("$[1].minimumSample").value(10))
                .andExpect(jsonPath("$[1].basis.zh").value("GB/T 30428.4 绩效评价"))
                .andExpect(jsonPath("$[1].subjectKinds[3]").value("ward"));
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
    void theCasesBehindAFigureAreForThoseWhoMaySeeThem() throws Exception {
        String url = "/api/assessment/cases?period=2011-08&indicator=on_time_rate&part=denominator";
        who = new Actor("person:he", "何", Set.of(Post.HANDLER), "PWD");
        HTTP.perform(get(url + "&by=department&subject=PWD")).andExpect(status().isOk());
        HTTP.perform(get(url + "&by=department&subject=ISD"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("assessment.not-allowed-subject"));

        var ward = new Mandate(Post.DISPATCHER, "", new Area("ward", "1", 2));
        who = new Actor("person:wu", "吴", List.of(ward), "");
        HTTP.perform(get(url + "&by=ward&subject=1")).andExpect(status().isOk());
        HTTP.perform(get(url + "&by=ward&subject=2")).andExpect(status().isForbidden());
        HTTP.perform(get(url + "&by=department&subject=PWD")).andExpect(status().isForbidden());
    }

    @Test
    void aMissingWordIsRefusedAndNotAnAccident() throws Exception {
        HTTP.perform(get("/api/assessment")).andExpect(status().isBadRequest());
        HTTP.perform(get("/api/assessment?period=2011-08&by=city")).andExpect(content().json("{}"));
    }
}
