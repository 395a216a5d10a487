package city.gewu.people.web;

import city.gewu.people.table.TableKind;
import city.gewu.people.usecase.ImportTable;
import city.gewu.people.usecase.ImportTable.Consent;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Brings tables in. Postings are the business of whoever gives authority, the rest of whoever
/// keeps the people.
@RestController
@RequestMapping(path = "/api/people/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
class ImportController {

    private final ImportTable imports;

    ImportController(ImportTable imports) {
        this.imports = imports;
    }

    /// @param digest of the dry run; empty for a dry run
    /// @param skipRejects whether the rest is carried out when rows are rejected
    @PostMapping
    @Needs(Right.MANAGE_PEOPLE)
    ImportReportBody importPeople(
            @RequestParam String kind,
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "false") boolean skipRejects,
            @RequestParam MultipartFile file) {
        var table = TableKind.get(kind);
        if (table == TableKind.POSTINGS) {
            throw new RefusedException(
                    "people.unknown-table",
                    "The kind (%s) is named twice.".formatted(kind),
                    "Name one kind.");
        }
        return run(table, new Consent(apply, digest, skipRejects), file);
    }

    @PostMapping(params = "kind=postings")
    @Needs(Right.MANAGE_AUTHORITY)
    ImportReportBody importPostings(
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "false") boolean skipRejects,
            @RequestParam MultipartFile file) {
        return run(TableKind.POSTINGS, new Consent(apply, digest, skipRejects), file);
    }

    private ImportReportBody run(TableKind kind, Consent consent, MultipartFile file) {
        return ImportReportBody.of(imports.run(kind, bytes(file), consent));
    }

    static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("The file did not come in whole.", e);
        }
    }
}
