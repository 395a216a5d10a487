package city.gewu.people.web;

import city.gewu.people.sheet.SheetWriter;
import city.gewu.people.table.TableKind;
import city.gewu.people.usecase.ImportTable;
import city.gewu.people.usecase.ImportTable.Table;
import city.gewu.people.usecase.StaffDirectory;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Takes tables out: what is kept, and what a file brought that could not be kept.
@RestController
class ExportController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportTable tables;
    private final StaffDirectory directory;

    ExportController(ImportTable tables, StaffDirectory directory) {
        this.tables = tables;
        this.directory = directory;
    }

    /// @param lang `en` for names of columns, posts and kinds in English
    @GetMapping("/api/people/exports/{kind}.csv")
    @Needs(Right.READ_PEOPLE)
    ResponseEntity<byte[]> exportCsv(
            @PathVariable String kind, @RequestParam(defaultValue = "zh") String lang) {
        var table = table(kind, lang);
        return file(kind + ".csv", CSV, SheetWriter.csv(table.header(), table.rows()));
    }

    @GetMapping("/api/people/exports/{kind}.xlsx")
    @Needs(Right.READ_PEOPLE)
    ResponseEntity<byte[]> exportXlsx(
            @PathVariable String kind, @RequestParam(defaultValue = "zh") String lang) {
        var table = table(kind, lang);
        return file(kind + ".xlsx", XLSX, SheetWriter.xlsx(kind, table.header(), table.rows()));
    }

    private Table table(String kind, String lang) {
        return tables.export(TableKind.get(kind), !lang.equals("en"));
    }

    /// The rows of a file that are rejected, each with why.
    @PostMapping(
            path = "/api/people/imports/rejects",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Right.READ_PEOPLE)
    ResponseEntity<byte[]> exportRejects(
            @RequestParam String kind, @RequestParam MultipartFile file) {
        var table = tables.listRejected(TableKind.get(kind), ImportController.bytes(file));
        return file("rejects.csv", CSV, SheetWriter.csv(table.header(), table.rows()));
    }

    private ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(directory.today() + "-" + name)
                                .build()
                                .toString())
                .body(bytes);
    }
}
