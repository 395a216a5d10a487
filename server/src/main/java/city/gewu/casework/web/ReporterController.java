package city.gewu.casework.web;

import city.gewu.casework.CaseId;
import city.gewu.casework.usecase.CaseDesk;
import city.gewu.casework.usecase.ReporterContacts;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.privacy.PersonalData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Name and phone of who reported a case, in clear and with a reason.
@RestController
@Needs(Right.OPEN_PERSONAL_DATA)
class ReporterController {

    private final CaseDesk desk;
    private final ReporterContacts contacts;

    ReporterController(CaseDesk desk, ReporterContacts contacts) {
        this.desk = desk;
        this.contacts = contacts;
    }

    record OpeningRequest(@NotNull @Size(max = 500) String reason) {}

    @PostMapping("/api/cases/{id}/reporter/openings")
    ResponseEntity<ContactBody> open(
            @PathVariable long id,
            @RequestBody @Valid OpeningRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        var wish = new CaseId(id);
        desk.getCase(wish, actor);
        var opened = contacts.open(wish, actor, request.reason(), http.getRemoteAddr());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new ContactBody(
                                opened.field(PersonalData.NAME), opened.field(PersonalData.PHONE)));
    }
}
