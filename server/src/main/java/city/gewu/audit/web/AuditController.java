package city.gewu.audit.web;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.audit.store.AuditSeals.Seal;
import city.gewu.audit.store.AuditSearch.Filter;
import city.gewu.audit.usecase.AuditDesk;
import city.gewu.audit.usecase.AuditDesk.NamedEntry;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log for the audit administrator.
@RestController
@RequestMapping("/api/audit")
@Needs(Right.READ_AUDIT)
class AuditController {

    private final AuditDesk desk;
    private final Audit audit;

    AuditController(AuditDesk desk, Audit audit) {
        this.desk = desk;
        this.audit = audit;
    }

    /// What is looked for, as it stands behind the question mark. Moments are instants, or days in
    /// UTC of which the last is included.
    record AuditRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String object,
            @Nullable String outcome) {

        Filter toFilter() {
            return new Filter(
                    filled(from).map(text -> moment(text, 0)),
                    filled(to).map(text -> moment(text, 1)),
                    filled(actor),
                    filled(action),
                    filled(object),
                    filled(outcome));
        }

        private static Optional<String> filled(@Nullable String text) {
            return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
        }

        private static Instant moment(String text, int daysLater) {
            try {
                return text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text)
                                .plusDays(daysLater)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "The moment (%s) is neither a day nor an instant.".formatted(text), e);
            }
        }
    }

    record EntryBody(
            long seq,
            Instant at,
            String actor,
            String actorName,
            String action,
            String object,
            String outcome,
            String address,
            @JsonRawValue String details) {

        static EntryBody of(NamedEntry named) {
            var entry = named.entry();
            return new EntryBody(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    named.actorName(),
                    entry.action(),
                    entry.object(),
                    entry.outcome(),
                    entry.address(),
                    entry.details());
        }
    }

    /// @param next cursor of the next page; absent on the last
    record ListBody(List<EntryBody> items, @Nullable String next) {}

    /// @param removed whether the entries of the day were removed when their time was over
    record SealBody(
            LocalDate day,
            long entries,
            long firstSeq,
            long lastSeq,
            String root,
            String previous,
            boolean removed) {

        static SealBody of(Seal seal) {
            return new SealBody(
                    seal.day(),
                    seal.entries(),
                    seal.firstSeq(),
                    seal.lastSeq(),
                    seal.root().hex(),
                    seal.previous().hex(),
                    seal.removed());
        }
    }

    @GetMapping
    ListBody list(
            AuditRequest request,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = desk.list(request.toFilter(), cursor == null ? Long.MAX_VALUE : cursor, limit);
        return new ListBody(
                page.entries().stream().map(EntryBody::of).toList(),
                page.next().map(seq -> Long.toString(seq)).orElse(null));
    }

    /// Every entry that the filter finds, newest first. The log leaves the house here, so the
    /// export is recorded before its first line is written.
    @GetMapping("/export.csv")
    void export(AuditRequest request, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        var filter = request.toFilter();
        audit.record(
                new AuditEntry(
                        http.getAttribute(Audit.ACTOR) instanceof String actor ? actor : "",
                        "audit.export",
                        "",
                        AuditEntry.DONE,
                        http.getRemoteAddr(),
                        asked(request)));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        AuditCsv.write(response.getOutputStream(), csv -> desk.each(filter, csv::add));
    }

    private static Map<String, String> asked(AuditRequest request) {
        var asked = new TreeMap<String, String>();
        put(asked, "from", request.from());
        put(asked, "to", request.to());
        put(asked, "actor", request.actor());
        put(asked, "action", request.action());
        put(asked, "object", request.object());
        put(asked, "outcome", request.outcome());
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            asked.put(name, value);
        }
    }

    /// Sealed days between two dates, at most 400.
    @GetMapping("/seals")
    List<SealBody> seals(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The last day (%s) is before the first (%s).".formatted(to, from));
        }
        return desk.listSeals(from, to).stream().map(SealBody::of).toList();
    }
}
