package city.gewu.casework.web;

import city.gewu.casework.CaseId;
import city.gewu.casework.usecase.Colleagues;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Whom a department may give a case to.
@RestController
class ColleagueController {

    private final Colleagues colleagues;

    ColleagueController(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /// @param id account id, as the command `assign-inside` takes it
    record ColleagueBody(String id, String name) {}

    @Needs(Right.ACT_ON_CASES)
    @GetMapping("/api/cases/{id}/colleagues")
    List<ColleagueBody> list(@PathVariable long id, @SignedIn Actor actor) {
        return colleagues.list(new CaseId(id), actor).stream()
                .map(one -> new ColleagueBody(one.id(), one.displayName()))
                .toList();
    }
}
