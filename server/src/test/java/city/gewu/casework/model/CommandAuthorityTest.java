package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CityFixture;
import city.gewu.casework.ReportSource;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.platform.Decision.Moved;
import city.gewu.platform.Decision.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where a post counts. The case of these tests lies in district D1, street S1, and is owed by the
/// roads department.
class CommandAuthorityTest {

    @Test
    void aPostCountsOnItsOwnGroundOnly() {
        assertThat(accept(clerk(new Area("district", "D1", 1)))).isInstanceOf(Moved.class);
        assertThat(accept(clerk(new Area("street", "S1", 2)))).isInstanceOf(Moved.class);
        assertThat(accept(clerk(Area.CITY))).isInstanceOf(Moved.class);

        assertThat(accept(clerk(new Area("district", "D2", 1)))).isInstanceOf(Refused.class);
        assertThat(accept(clerk(new Area("district", "S1", 1)))).isInstanceOf(Refused.class);
        assertThat(accept(clerk(new Area("grid", "G1", 3)))).isInstanceOf(Refused.class);
    }

    @Test
    void aHandlerSpeaksForTheOrganisationOfThePostNotForTheOneTheyWorkFor() {
        assertThat(takeUp(handler("roads", "parks"))).isInstanceOf(Moved.class);
        assertThat(takeUp(handler("parks", "roads"))).isInstanceOf(Refused.class);
    }

    @Test
    void aCitizenReportsOnlyWhereCitizensDo() {
        var citizen = new Actor("person:wu", "吴", Set.of(Post.CITIZEN), "");
        assertThat(Authority.findReportRefusal(citizen, ReportSource.CITIZEN_APP)).isEmpty();
        assertThat(Authority.findReportRefusal(citizen, ReportSource.SUPERVISOR)).isPresent();
        assertThat(
                        Authority.findReportRefusal(
                                new Actor("person:he", "何", Set.of(Post.DISPATCHER), ""),
                                ReportSource.SUPERVISOR))
                .isPresent();
    }

    private static Object accept(Actor actor) {
        return CaseRules.decide(CaseFiles.in(CaseFiles.state("Reported")), new Accept(), by(actor));
    }

    private static Object takeUp(Actor actor) {
        return CaseRules.decide(
                CaseFiles.in(CaseFiles.state("Dispatched")), new TakeUp(), by(actor));
    }

    private static Actor clerk(Area area) {
        return new Actor("person:li", "李", List.of(new Mandate(Post.INTAKE_CLERK, "", area)), "");
    }

    private static Actor handler(String postedIn, String worksFor) {
        return new Actor(
                "person:li",
                "李",
                List.of(new Mandate(Post.HANDLER, postedIn, Area.CITY)),
                worksFor);
    }

    private static By by(Actor actor) {
        return By.of(actor, CaseFiles.NOW, CityFixture.ZONE);
    }
}
