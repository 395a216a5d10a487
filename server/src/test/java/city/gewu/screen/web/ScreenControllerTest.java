package city.gewu.screen.web;

import static city.gewu.assessment.Facts.at;
import static city.gewu.assessment.Facts.due;
import static city.gewu.assessment.Facts.problem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenCity;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import city.gewu.screen.usecase.CommandScreen;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

class ScreenControllerTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private Actor who = new Actor("person:li", "李", Set.of(Post.SHIFT_LEAD), "");

    @Test
    void todayIsCountedByTheClockOfTheCityAgainstYesterdayAtTheSameTime() throws Exception {
        given(
                problem().reported("2011-08-10T00:30"),
                problem().reported("2011-08-10T08:10").fixedOnSpot(),
                problem().reported("2011-08-09T08:59"),
                problem().reported("2011-08-09T10:00"),
                problem().reported("2011-08-08T23:59"));
        screen("2011-08-10T09:00")
                .perform(get("/api/screen"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.day").value("2011-08-10"))
                .andExpect(jsonPath("$.numbers.reported").value(2))
                .andExpect(jsonPath("$.numbers.yesterday").value(1))
                .andExpect(jsonPath("$.numbers.onSpot").value(1))
                .andExpect(jsonPath("$.hours[0].reported").value(1))
                .andExpect(jsonPath("$.hours[8].closed").value(1))
                .andExpect(jsonPath("$.hours[10].yesterday").value(1))
                .andExpect(jsonPath("$.categories[0].name.en").value("Road"))
                .andExpect(jsonPath("$.categories[0].cases").value(2));
    }

    @Test
    void openCasesPressOnTheirUnitAndTheLongestOverdueComesFirst() throws Exception {
        given(
                due("2011-08-10T08:00").in("BOS", "01"),
                due("2011-08-09T08:00").in("BOS", "01"),
                due("2011-08-12T08:00").in("BOS", "02"),
                due("2011-08-09T08:00").closed("2011-08-09T09:00"));
        screen("2011-08-10T09:00")
                .perform(get("/api/screen"))
                .andExpect(jsonPath("$.numbers.open").value(3))
                .andExpect(jsonPath("$.numbers.overdue").value(2))
                .andExpect(jsonPath("$.gridLevel").value("ward"))
                .andExpect(jsonPath("$.pressure.01").value(2))
                .andExpect(jsonPath("$.pressure.02").value(1))
                .andExpect(jsonPath("$.overdue.length()").value(2))
                .andExpect(jsonPath("$.overdue[0].dueAt").value("2011-08-09T12:00:00Z"));
    }

    @Test
    void aLeaderOfAWardSeesTheCasesOfTheWard() throws Exception {
        given(
                problem().reported("2011-08-10T08:00").in("BOS", "01"),
                problem().reported("2011-08-10T08:00").in("BOS", "02"),
                problem().reported("2011-08-10T08:00").in("BOS", "02"));
        var ward = new Mandate(Post.DISPATCHER, "", new Area("ward", "02", 2));
        var centre = who;
        var screen = screen("2011-08-10T09:00");
        screen.perform(get("/api/screen")).andExpect(jsonPath("$.numbers.open").value(3));
        who = new Actor("person:wu", "吴", List.of(ward), "");
        screen.perform(get("/api/screen"))
                .andExpect(jsonPath("$.numbers.open").value(2))
                .andExpect(jsonPath("$.pressure.01").doesNotExist());
        who = centre;
        screen.perform(get("/api/screen")).andExpect(jsonPath("$.numbers.open").value(3));
    }

    @Test
    void wardsAreRankedByTheRatesOfTheAssessmentAndRememberTheMonthBefore() throws Exception {
        given(
                due("2011-08-05T00:00").closed("2011-08-04T00:00").in("BOS", "02"),
                due("2011-08-05T00:00").closed("2011-08-06T00:00").in("BOS", "01"),
                due("2011-07-05T00:00").closed("2011-07-04T00:00").in("BOS", "01"),
                due("2011-07-05T00:00").closed("2011-07-06T00:00").in("BOS", "02"));
        screen("2011-08-10T09:00")
                .perform(get("/api/screen"))
                .andExpect(jsonPath("$.rates.period").value("2011-08"))
                .andExpect(jsonPath("$.rates.city.onTime").value(1))
                .andExpect(jsonPath("$.rates.city.due").value(2))
                .andExpect(jsonPath("$.rates.units[0].code").value("02"))
                .andExpect(jsonPath("$.rates.units[0].rank").value(1))
                .andExpect(jsonPath("$.rates.units[0].before").value(2))
                .andExpect(jsonPath("$.rates.departments[0].name.en").value("Public Works"));
    }

    @Test
    void ratesAndRankingsEndAtTheAreaOfTheViewer() throws Exception {
        given(
                due("2011-08-05T00:00").closed("2011-08-04T00:00").in("BOS", "02"),
                due("2011-08-05T00:00").closed("2011-08-06T00:00").in("BOS", "01"),
                due("2011-07-05T00:00").closed("2011-07-04T00:00").in("BOS", "01"));
        var screen = screen("2011-08-10T09:00");
        screen.perform(get("/api/screen")).andExpect(jsonPath("$.rates.units.length()").value(2));
        who =
                new Actor(
                        "person:wu",
                        "吴",
                        List.of(new Mandate(Post.DISPATCHER, "", new Area("ward", "02", 2))),
                        "");
        screen.perform(get("/api/screen"))
                .andExpect(jsonPath("$.rates.city.onTime").value(1))
                .andExpect(jsonPath("$.rates.city.due").value(1))
                .andExpect(jsonPath("$.rates.before").isEmpty())
                .andExpect(jsonPath("$.rates.units.length()").value(1))
                .andExpect(jsonPath("$.rates.units[0].code").value("02"))
                .andExpect(jsonPath("$.rates.units[0].rank").value(1))
                .andExpect(jsonPath("$.rates.departments").isEmpty());
    }

    @Test
    void aMonthWithoutACaseDueHasNoRate() throws Exception {
        screen("2011-08-10T09:00")
                .perform(get("/api/screen"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rates.city").isEmpty())
                .andExpect(jsonPath("$.numbers.reported").value(0))
                .andExpect(jsonPath("$.events").isEmpty())
                .andExpect(jsonPath("$.postings").isEmpty());
    }

    private void given(Facts... facts) {
        for (var fact : facts) {
            fact.insert(db);
        }
    }

    private MockMvc screen(String wallClock) {
        var context =
                TestModule.start(
                        database,
                        Clock.fixed(at(wallClock), ZoneOffset.UTC),
                        city -> city.registerBean(GivenCity.class, GivenCity::new),
                        TestModule.packages("assessment", "screen"));
        return Controllers.mvc(
                () -> who,
                new ScreenController(
                        context.getBean(CommandScreen.class), context.getBean(People.class)));
    }
}
