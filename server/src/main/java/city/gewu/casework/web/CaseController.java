package city.gewu.casework.web;

import city.gewu.casework.CaseId;
import city.gewu.casework.store.CaseListStore.Cursor;
import city.gewu.casework.usecase.CaseDesk;
import city.gewu.casework.usecase.CaseDesk.Opened;
import city.gewu.casework.usecase.ReporterContacts;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.privacy.PersonalData.MaskedRecord;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases for reading: lists, counts and one case whole.
@RestController
@Needs(Right.READ_CASES)
@RequestMapping("/api/cases")
class CaseController {

    private final CaseDesk desk;
    private final ReporterContacts contacts;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    CaseController(
            CaseDesk desk,
            ReporterContacts contacts,
            Catalogue catalogue,
            People people,
            Territory territory,
            Clock clock) {
        this.desk = desk;
        this.contacts = contacts;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    /// @param next cursor of the next page; absent on the last
    record ListBody(List<CaseLineBody> items, @Nullable String next) {}

    record CountsBody(Map<String, Long> views, Map<String, Long> lights) {}

    @GetMapping
    ListBody list(
            ListRequest request,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @SignedIn Actor actor) {
        var now = clock.instant();
        var page =
                desk.listCases(
                        request.toWanted(),
                        Optional.ofNullable(cursor).map(CaseController::cursor),
                        limit,
                        actor);
        var names = names();
        return new ListBody(
                page.rows().stream().map(line -> CaseLineBody.of(line, names, now)).toList(),
                page.next().map(CaseController::text).orElse(null));
    }

    @GetMapping("/counts")
    CountsBody counts(@SignedIn Actor actor) {
        var counts = desk.countCases(actor);
        var views = new LinkedHashMap<String, Long>();
        counts.views().forEach((view, cases) -> views.put(view.code(), cases));
        return new CountsBody(
                views,
                Map.of(
                        "green", counts.green(),
                        "yellow", counts.yellow(),
                        "red", counts.red()));
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseBody> open(@PathVariable long id, @SignedIn Actor actor) {
        var opened = desk.getCase(new CaseId(id), actor);
        var contact = contacts.find(new CaseId(id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("ETag", tag(opened, contact))
                .body(
                        CaseBody.of(
                                opened,
                                contact.map(ContactBody::masked),
                                names(),
                                clock.instant()));
    }

    /// A contact comes and goes, and the stages beside it move on, without a new version of the
    /// case.
    private static String tag(Opened opened, Optional<MaskedRecord> contact) {
        var tag = new StringBuilder().append(opened.kept().version());
        contact.ifPresent(known -> tag.append('-').append(known.id()));
        Stream.of(opened.before(), opened.after())
                .flatMap(Optional::stream)
                .forEach(stage -> tag.append('.').append(stage.version()));
        return "\"%s\"".formatted(tag);
    }

    private Names names() {
        return new Names(catalogue, people, territory);
    }

    /// `<moment or ->_<case>`, after `~` for a suspended case: opaque to callers.
    private static String text(Cursor cursor) {
        return (cursor.suspended() ? "~" : "")
                + cursor.at().map(Instant::toString).orElse("-")
                + "_"
                + cursor.id();
    }

    private static Cursor cursor(String text) {
        boolean suspended = text.startsWith("~");
        int gap = text.indexOf('_');
        try {
            var at = text.substring(suspended ? 1 : 0, gap);
            return new Cursor(
                    suspended,
                    at.equals("-") ? Optional.empty() : Optional.of(Instant.parse(at)),
                    Long.parseLong(text.substring(gap + 1)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The cursor (%s) is none.".formatted(text), e);
        }
    }
}
