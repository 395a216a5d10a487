package city.gewu.catalogue.web;

import city.gewu.audit.Audit;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.model.SchemeChange;
import city.gewu.catalogue.model.SchemeFile;
import city.gewu.catalogue.model.SchemeFinding;
import city.gewu.catalogue.model.SchemeReader.Fault;
import city.gewu.catalogue.usecase.SchemeDrafts;
import city.gewu.catalogue.usecase.SchemeDrafts.Drafted;
import city.gewu.catalogue.web.SchemeBody.CategoryBody;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A person's draft of the scheme (分类草稿): changed by hand or from a file, with what it means.
@RestController
@RequestMapping("/api/catalogue/draft")
@Needs(Right.MANAGE_CITY)
class SchemeDraftController {

    private final SchemeDrafts drafts;

    SchemeDraftController(SchemeDrafts drafts) {
        this.drafts = drafts;
    }

    /// @param edition of the draft that was looked at
    record ChangeRequest(
            int edition,
            @NotNull @Size(max = 5000) List<@NotNull @Valid CategoryBody> categories) {}

    record ChangeBody(
            String code,
            SchemeChange.Kind kind,
            @Nullable MinorCategory before,
            @Nullable MinorCategory after,
            List<String> parts,
            int open) {

        static ChangeBody of(SchemeChange change, Map<String, Integer> open) {
            return new ChangeBody(
                    change.code(),
                    change.kind(),
                    change.before().orElse(null),
                    change.after().orElse(null),
                    change.parts(),
                    open.getOrDefault(change.code(), 0));
        }
    }

    /// @param edition 0 before the first change
    /// @param open how many cases of a category are open, by its code
    record DraftBody(
            long basedOn,
            int edition,
            boolean outdated,
            @Nullable Instant changedAt,
            List<MinorCategory> categories,
            List<SchemeFinding> findings,
            List<ChangeBody> changes,
            Map<String, Integer> open) {

        static DraftBody of(Drafted drafted) {
            var draft = drafted.draft();
            return new DraftBody(
                    draft.basedOn(),
                    draft.edition(),
                    drafted.outdated(),
                    draft.changedAt().orElse(null),
                    draft.categories(),
                    drafted.findings(),
                    drafted.changes().stream()
                            .map(change -> ChangeBody.of(change, drafted.open()))
                            .toList(),
                    drafted.open());
        }
    }

    /// @param faults while there is any, nothing of the file was taken
    record FileBody(List<Fault> faults, DraftBody draft) {}

    /// Without a change yet it is the scheme in force.
    @GetMapping
    DraftBody get(@RequestAttribute(Audit.ACTOR) String person) {
        return DraftBody.of(drafts.get(person));
    }

    @PutMapping
    DraftBody change(
            @Valid @RequestBody ChangeRequest wanted,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        var drafted =
                drafts.change(
                        person,
                        wanted.edition(),
                        wanted.categories().stream().map(CategoryBody::toCategory).toList());
        tell(drafted, http);
        return DraftBody.of(drafted);
    }

    /// Takes categories, conditions and limits from a file such as the export; the questions of a
    /// category stay.
    @PostMapping("/file")
    FileBody takeFile(
            @RequestBody byte[] csv,
            @RequestParam int edition,
            @RequestAttribute(Audit.ACTOR) String person,
            HttpServletRequest http) {
        var taken = drafts.takeFile(person, edition, csv);
        Audit.detail(http, "faults", String.valueOf(taken.faults().size()));
        tell(taken.drafted(), http);
        return new FileBody(taken.faults(), DraftBody.of(taken.drafted()));
    }

    private static void tell(Drafted drafted, HttpServletRequest http) {
        Audit.detail(http, "edition", String.valueOf(drafted.draft().edition()));
        Audit.detail(
                http,
                "changed",
                String.join(
                        " ",
                        drafted.changes().stream().limit(50).map(SchemeChange::code).toList()));
    }

    /// The draft as a file for a spreadsheet, which `file` takes again.
    @GetMapping(value = "/scheme.csv", produces = "text/csv;charset=UTF-8")
    String export(@RequestAttribute(Audit.ACTOR) String person) {
        return "\uFEFF" + SchemeFile.write(drafts.get(person).draft().categories());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@RequestAttribute(Audit.ACTOR) String person) {
        drafts.drop(person);
    }
}
