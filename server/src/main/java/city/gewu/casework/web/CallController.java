package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.usecase.CallDesk;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the hotline asks while somebody calls (热线受理).
@RestController
class CallController {

    private final CallDesk calls;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    CallController(
            CallDesk calls, Catalogue catalogue, People people, Territory territory, Clock clock) {
        this.calls = calls;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    record NearbyBody(@JsonUnwrapped CaseLineBody line, long metres) {}

    record CallerRequest(@NotBlank @Size(max = 40) String phone) {

        @Override
        public String toString() {
            return "CallerRequest[***]";
        }
    }

    /// Open cases around a point, the nearest first.
    ///
    /// @param radius metres, at most 2000
    @Needs(Right.READ_CASES)
    @GetMapping("/api/cases/nearby")
    List<NearbyBody> listNear(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "200") double radius,
            @RequestParam(defaultValue = "") String category,
            @SignedIn Actor actor) {
        var names = names();
        var now = clock.instant();
        return calls.listNear(new Position(lon, lat), radius, category.strip(), actor).stream()
                .map(near ->
                        new NearbyBody(
                                CaseLineBody.of(near.line(), names, now),
                                Math.round(near.metres())))
                .toList();
    }

    /// What the same caller told before (来电历史).
    @Needs(Right.TAKE_CALLS)
    @PostMapping("/api/callers/history")
    ResponseEntity<List<CaseLineBody>> listEarlier(
            @RequestBody @Valid CallerRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        var names = names();
        var now = clock.instant();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        calls.listEarlier(request.phone(), actor, http.getRemoteAddr()).stream()
                                .map(line -> CaseLineBody.of(line, names, now))
                                .toList());
    }

    private Names names() {
        return new Names(catalogue, people, territory);
    }
}
