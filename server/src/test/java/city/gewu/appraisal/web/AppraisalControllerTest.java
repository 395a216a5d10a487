package city.gewu.appraisal.web;

import static city.gewu.assessment.Facts.due;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.gewu.appraisal.usecase.MarkMonths;
import city.gewu.appraisal.usecase.PublishedRankings;
import city.gewu.appraisal.usecase.Schemes;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.assessment.Assessment;
import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.GivenCity;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

class AppraisalControllerTest {

    private static final Actor ASSESSOR = new Actor("person:li", "李", Set.of(Post.ASSESSOR), "");
    private static final Actor SUPERVISOR = new Actor("p1", "王", Set.of(Post.SUPERVISOR), "");
    private static final GivenAssessment GIVEN =
            new GivenAssessment("city.gewu.appraisal.store", "city.gewu.appraisal.usecase");
    private static Actor who = ASSESSOR;
    private static final MockMvc HTTP =
            Controllers.mvc(
                    () -> who,
                    new AppraisalController(
                            GIVEN.get(MarkMonths.class),
                            GIVEN.get(Schemes.class),
                            GIVEN.get(Assessment.class),
                            GIVEN.get(AssessedSubjects.class)),
                    new MarkSchemeController(
                            GIVEN.get(Schemes.class),
                            GIVEN.get(MarkMonths.class),
                            GIVEN.get(AssessedSubjects.class),
                            GIVEN.get(GivenCity.class),
                            GIVEN.get(Clock.class)),
                    new OpenAppraisalController(
                            GIVEN.get(PublishedRankings.class), GIVEN.get(AssessedSubjects.class)));

    static {
        GIVEN.facts(cases("PWD", "2011-08", "2011-08-09"));
        GIVEN.facts(cases("ISD", "2011-08", "2011-08-11"));
        GIVEN.facts(cases("PWD", "2011-07", "2011-07-11"));
        GIVEN.facts(cases("ISD", "2011-07", "2011-07-09"));
    }

    private static Facts[] cases(String department, String month, String handled) {
        return IntStream.range(0, 12)
                .mapToObj(_ ->
                        due(month + "-10T00:00")
                                .by(department)
                                .handled(handled + "T00:00")
                                .closed(handled + "T01:00"))
                .toArray(Facts[]::new);
    }

    @Test
    void theRankingShowsRankGradeSampleAndTheMonthBefore() throws Exception {
        who = ASSESSOR;
        HTTP.perform(get("/api/appraisal").param("kind", "department").param("period", "2011-08"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(0))
                .andExpect(jsonPath("$.rows[0].subject").value("PWD"))
                .andExpect(jsonPath("$.rows[0].name.zh").value("公共工程局"))
                .andExpect(jsonPath("$.rows[0].rank").value(1))
                .andExpect(jsonPath("$.rows[0].rankBefore").value(2))
                .andExpect(jsonPath("$.rows[0].grade").value("A"))
                .andExpect(jsonPath("$.rows[0].marks[0].sample").value(12))
                .andExpect(jsonPath("$.indicators[0].weight").value(45));
        HTTP.perform(
                        get("/api/appraisal/year")
                                .param("kind", "department")
                                .param("period", "2011-08"))
                .andExpect(jsonPath("$.months.length()").value(12))
                .andExpect(jsonPath("$.months[11]").value("2011-08"))
                .andExpect(jsonPath("$.rows[1].subject").value("PWD"))
                .andExpect(jsonPath("$.rows[1].months[10].rank").value(2))
                .andExpect(jsonPath("$.rows[1].months[11].rank").value(1));
    }

    @Test
    void aReplayIsOfADayThatIsOverAndOnWhichTheMonthHadBegun() throws Exception {
        who = ASSESSOR;
        var august = get("/api/appraisal").param("kind", "department").param("period", "2011-08");
        HTTP.perform(august.param("asOf", "2011-09-30")).andExpect(status().isOk());
        for (String day : List.of("2011-07-31", GIVEN.today().toString())) {
            HTTP.perform(
                            get("/api/appraisal")
                                    .param("kind", "department")
                                    .param("period", "2011-08")
                                    .param("asOf", day))
                    .andExpect(jsonPath("$.code").value("appraisal.not-yet"));
        }
    }

    @Test
    void aSupervisorSeesNobodyElsesMarks() throws Exception {
        who = SUPERVISOR;
        HTTP.perform(get("/api/appraisal").param("kind", "supervisor").param("period", "2011-08"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows.length()").value(0));
        HTTP.perform(get("/open/appraisal").param("kind", "supervisor"))
                .andExpect(jsonPath("$.code").value("appraisal.not-published"));
        HTTP.perform(get("/open/appraisal").param("period", "2011-08"))
                .andExpect(jsonPath("$.code").value("appraisal.not-published"));
        HTTP.perform(get("/open/appraisal"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.months.length()").value(12));
    }

    @Test
    void aChangedWeightMovesThePastAndAQuotaIsRefusedWithTheArticle() throws Exception {
        who = ASSESSOR;
        String scheme =
                HTTP.perform(get("/api/appraisal/schemes/department/0"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        HTTP.perform(body("/api/appraisal/scheme-checks", scheme))
                .andExpect(jsonPath("$.length()").value(0));
        HTTP.perform(
                        body(
                                "/api/appraisal/simulations",
                                "{\"period\":\"2011-08\",\"scheme\":%s}".formatted(scheme)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.months[11].rows[0].before.rank").value(1))
                .andExpect(jsonPath("$.months[11].rows[0].after.rank").value(1));
        String quota = scheme.replace("\"on_time_handling_rate\"", "\"cases_filed\"");
        assertThat(quota).isNotEqualTo(scheme);
        var refused =
                HTTP.perform(
                                body(
                                        "/api/appraisal/schemes",
                                        "{\"since\":\"2099-01\",\"reason\":\"文号\",\"scheme\":%s}"
                                                .formatted(quota)))
                        .andExpect(jsonPath("$.code").value("appraisal.quota"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(refused).contains("第七十四条");
        HTTP.perform(
                        body(
                                "/api/appraisal/schemes",
                                "{\"since\":\"2099-01\",\"reason\":\"文号\",\"scheme\":%s}"
                                        .formatted(scheme)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1));
        HTTP.perform(get("/api/appraisal/schemes"))
                .andExpect(jsonPath("$.mayLayDown").value(true))
                .andExpect(jsonPath("$.kinds[0].kind").value("department"))
                .andExpect(jsonPath("$.kinds[0].inForce").value(0))
                .andExpect(jsonPath("$.kinds[0].versions[0].since").value("2099-01-01"));
    }

    private static RequestBuilder body(String path, String json) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(json);
    }
}
