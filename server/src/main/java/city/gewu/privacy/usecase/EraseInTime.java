package city.gewu.privacy.usecase;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.privacy.EndedSubjects;
import city.gewu.privacy.store.RecordStore;
import city.gewu.privacy.store.RecordStore.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Erases what has been kept long enough (个人信息保护法第十九条: 最短必要期限): records whose own time is over, and
/// those whose matter ended long ago. The case keeps its whole provable history, since the ledger
/// never held them.
@Component
class EraseInTime {

    private static final int PAGE = 1000;
    private static final Duration SETTLED = Duration.ofDays(1);

    private final RecordStore records;
    private final ObjectProvider<EndedSubjects> owners;
    private final Audit audit;
    private final Clock clock;
    private final Period keepReporter;

    EraseInTime(
            RecordStore records,
            ObjectProvider<EndedSubjects> owners,
            Audit audit,
            Clock clock,
            @Value("${gewu.privacy.keep-reporter:3y}") Period keepReporter) {
        this.records = records;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
        this.keepReporter = keepReporter;
    }

    /// Answers how many records were erased.
    int erase() {
        var now = clock.instant();
        int erased = eraseOver(now);
        var before = now.atZone(ZoneOffset.UTC).minus(keepReporter).toInstant();
        for (var owner : owners) {
            erased += eraseEnded(owner, before);
        }
        return erased;
    }

    private int eraseOver(Instant now) {
        int erased = 0;
        var over = records.listOver(now, PAGE);
        while (!over.isEmpty()) {
            erased += erase(over, "time is over");
            over = records.listOver(now, PAGE);
        }
        return erased;
    }

    /// A record of today may be kept just before its matter is written down, so it is not asked
    /// for.
    private int eraseEnded(EndedSubjects owner, Instant before) {
        int erased = 0;
        var kind = owner.kind().code();
        var keptBefore = clock.instant().minus(SETTLED);
        var page = records.listSubjects(kind, keptBefore, 0, PAGE);
        while (!page.isEmpty()) {
            var subjects = page.stream().map(Subject::subject).collect(Collectors.toSet());
            var ended = owner.listEnded(subjects, before);
            erased +=
                    erase(
                            page.stream()
                                    .filter(record -> ended.contains(record.subject()))
                                    .toList(),
                            "ended before " + before);
            page = records.listSubjects(kind, keptBefore, page.getLast().id(), PAGE);
        }
        return erased;
    }

    private int erase(List<Subject> found, String rule) {
        if (found.isEmpty()) {
            return 0;
        }
        audit.record(
                AuditEntry.done(
                        "system:retention",
                        "personal-data.erase",
                        "",
                        Map.of("records", Integer.toString(found.size()), "rule", rule)));
        return records.delete(found.stream().map(Subject::id).toList());
    }
}
