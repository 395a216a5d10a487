package city.gewu.appraisal.web;

import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.store.SigningKeyStore.PublicHalf;
import city.gewu.appraisal.usecase.MonthNotice;
import city.gewu.appraisal.usecase.OpenMonths;
import city.gewu.appraisal.usecase.SigningKeys;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Months as anybody may read and check them.
@RestController
class OpenMonthController {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String WHY = "The assessment of a month is published and can be checked.";

    private final OpenMonths months;
    private final MonthNotice notices;
    private final SigningKeys keys;

    OpenMonthController(OpenMonths months, MonthNotice notices, SigningKeys keys) {
        this.months = months;
        this.notices = notices;
        this.keys = keys;
    }

    /// @param signature of the sheet, Base64
    /// @param sha256 of the sheet
    record OpenMonthBody(
            String month,
            Instant signedAt,
            String key,
            String signature,
            String sha256,
            boolean signed,
            List<OpenTableBody> tables) {}

    record OpenTableBody(String kind, String sha256) {}

    @OpenToAll(WHY)
    @GetMapping("/open/months")
    List<String> list() {
        return months.list().stream().map(row -> row.month().toString()).toList();
    }

    @OpenToAll(WHY)
    @GetMapping("/open/months/{month}")
    ResponseEntity<OpenMonthBody> get(@PathVariable YearMonth month) {
        var sheet = months.getSheet(month);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(
                        new OpenMonthBody(
                                month.toString(),
                                sheet.at(),
                                sheet.key(),
                                Base64.getEncoder().encodeToString(sheet.signature()),
                                MonthSheet.digest(sheet.sheet()),
                                months.isSigned(month),
                                months.listTables(month).stream()
                                        .map(table ->
                                                new OpenTableBody(
                                                        table.kind(),
                                                        MonthSheet.digest(table.marks())))
                                        .toList()));
    }

    /// What was signed, as its bytes.
    @OpenToAll(WHY)
    @GetMapping(
            value = "/open/months/{month}/sheet",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] sheet(@PathVariable YearMonth month) {
        return months.getSheet(month).sheet();
    }

    /// The signature as its bytes.
    @OpenToAll(WHY)
    @GetMapping(
            value = "/open/months/{month}/signature",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] signature(@PathVariable YearMonth month) {
        return months.getSheet(month).signature();
    }

    /// A table of marks as its bytes; never one of people.
    @OpenToAll(WHY)
    @GetMapping(
            value = "/open/months/{month}/marks/{kind}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] marks(@PathVariable YearMonth month, @PathVariable String kind) {
        return months.findTable(month, kind)
                .orElseThrow(() ->
                        new RefusedException(
                                "appraisal.unknown-table",
                                "The month (%s) has no published table of (%s)."
                                        .formatted(month, kind),
                                "Choose one that the month shows."))
                .marks();
    }

    @OpenToAll(WHY)
    @GetMapping("/open/months/{month}/notice")
    ResponseEntity<byte[]> notice(@PathVariable YearMonth month) {
        months.get(month);
        return MonthController.document(
                month, OpenMonths.FINAL, notices.write(month, OpenMonths.FINAL));
    }

    /// @param pem the public key
    record KeyBody(String id, String algorithm, Instant since, String pem) {
        static KeyBody of(PublicHalf key) {
            return new KeyBody(
                    key.id(),
                    key.algorithm(),
                    key.since(),
                    "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                            .formatted(
                                    Base64.getMimeEncoder(64, new byte[] {'\n'})
                                            .encodeToString(key.encoded())));
        }
    }

    /// Public keys of the signatures, the newest first.
    @OpenToAll("Whoever has the key can check a signature without us.")
    @GetMapping("/open/signing-keys")
    List<KeyBody> keys() {
        return keys.list().stream().map(KeyBody::of).toList();
    }

    record RotatedBody(String id) {}

    /// Makes a new key that signs from now on.
    @Needs(Right.MANAGE_KEYS)
    @PostMapping("/api/appraisal/signing-keys")
    @ResponseStatus(HttpStatus.CREATED)
    RotatedBody rotate() {
        return new RotatedBody(keys.rotate());
    }
}
