package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Position;
import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.NearbyStore;
import city.gewu.casework.store.NearbyStore.Around;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a clerk needs to know while somebody calls: what the caller told before, and what is open
/// around the place they speak of.
@Component
public class CallDesk {

    private static final int MOST_NEAR = 20;
    private static final int MOST_EARLIER = 20;
    private static final double FARTHEST_M = 2_000;

    private final NearbyStore cases;
    private final ReporterContacts contacts;
    private final People people;

    CallDesk(NearbyStore cases, ReporterContacts contacts, People people) {
        this.cases = cases;
        this.contacts = contacts;
        this.people = people;
    }

    public record NearCase(CaseLine line, double metres) {}

    /// Open cases around the point, the nearest first.
    ///
    /// @param category code of a minor category, or empty text for all
    public List<NearCase> listNear(Position middle, double radiusM, String category, Actor actor) {
        double radius = Math.clamp(radiusM, 1, FARTHEST_M);
        double up = GroundDistance.degreesUp(radius);
        double across = GroundDistance.degreesAcross(radius, middle.latitude());
        return cases
                .listOpenIn(new Around(middle, across, up), category, scope(actor), MOST_NEAR)
                .stream()
                .flatMap(line ->
                        line.position().stream().map(at -> new NearCase(line, metres(at, middle))))
                .filter(near -> near.metres() <= radius)
                .sorted(Comparator.comparingDouble(NearCase::metres))
                .toList();
    }

    private static double metres(Position at, Position from) {
        return GroundDistance.metres(
                from.longitude(), from.latitude(), at.longitude(), at.latitude());
    }

    /// The newest cases that somebody with this phone reported, of those the clerk may see.
    public List<CaseLine> listEarlier(String phone, Actor actor, String address) {
        var number =
                PhoneNumber.find(phone)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.bad-phone",
                                        "The caller's phone is no phone number.",
                                        "Type a mobile number, or a landline with its area code."));
        var ids = contacts.listCasesOf(number, actor, "history of a caller", address);
        return cases.listById(ids.stream().map(CaseId::value).toList(), scope(actor), MOST_EARLIER);
    }

    private Scope scope(Actor actor) {
        return Scope.of(actor, people);
    }
}
