package city.gewu.privacy.usecase;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PhoneNumber;
import city.gewu.privacy.model.Mask;
import city.gewu.privacy.store.RecordStore;
import city.gewu.privacy.store.SealedRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Keeps, shows, opens and erases personal data.
@Component
class Vault implements PersonalData {

    private static final int TRIES = 5;
    private static final int MARK_SHOWN = 16;

    private final RecordStore records;
    private final RecordLock lock;
    private final KeyRing keys;
    private final Audit audit;
    private final Clock clock;

    Vault(RecordStore records, RecordLock lock, KeyRing keys, Audit audit, Clock clock) {
        this.records = records;
        this.lock = lock;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public long keep(NewRecord fresh) {
        return keep(List.of(fresh)).getFirst();
    }

    @Override
    public void keepAll(List<NewRecord> fresh) {
        if (!fresh.isEmpty()) {
            keep(fresh);
        }
    }

    /// A key that was retired since we learned of it is refused by the database; then the new one
    /// is used.
    private List<Long> keep(List<NewRecord> fresh) {
        var ids = records.nextIds(fresh.size());
        var now = clock.instant();
        for (int i = 0; i < TRIES; i++) {
            var key = keys.active();
            var sealed = new ArrayList<SealedRecord>(fresh.size());
            for (int n = 0; n < fresh.size(); n++) {
                sealed.add(lock.seal(key, ids.get(n), fresh.get(n), now));
            }
            if (records.save(sealed)) {
                return ids;
            }
            keys.reload();
        }
        throw new IllegalStateException("No key is active for personal data.");
    }

    @Override
    public Optional<MaskedRecord> find(DataKind kind, String subject) {
        return Optional.ofNullable(findAll(kind, List.of(subject)).get(subject));
    }

    @Override
    public Map<String, MaskedRecord> findAll(DataKind kind, Collection<String> subjects) {
        var found = new HashMap<String, MaskedRecord>();
        if (!subjects.isEmpty()) {
            for (var sealed : records.listBySubject(kind.code(), subjects)) {
                text(sealed)
                        .map(RecordLock::fields)
                        .ifPresent(fields ->
                                found.put(
                                        sealed.subject(),
                                        new MaskedRecord(
                                                sealed.id(),
                                                kind,
                                                sealed.subject(),
                                                Mask.of(fields))));
            }
        }
        return found;
    }

    @Override
    public OpenedRecord open(long id, Asking asking) {
        requireReason(asking);
        var sealed = records.find(id).orElseThrow(Vault::notFound);
        record("personal-data.open", object(sealed), asking, Map.of());
        return opened(sealed).orElseThrow(Vault::notFound);
    }

    @Override
    public List<OpenedRecord> copy(DataKind kind, PhoneNumber phone, Asking asking) {
        requireReason(asking);
        byte[] mark = lock.mark(kind, phone);
        var found = records.listByPhone(kind.code(), mark);
        record("personal-data.copy", kind.code(), asking, about(mark, found.size()));
        return found.stream().flatMap(sealed -> opened(sealed).stream()).toList();
    }

    @Override
    public List<String> listSubjects(DataKind kind, PhoneNumber phone, Asking asking) {
        requireReason(asking);
        byte[] mark = lock.mark(kind, phone);
        var found = records.listByPhone(kind.code(), mark);
        record("personal-data.search", kind.code(), asking, about(mark, found.size()));
        return found.reversed().stream().map(SealedRecord::subject).toList();
    }

    @Override
    public int erase(DataKind kind, PhoneNumber phone, Asking asking) {
        requireReason(asking);
        byte[] mark = lock.mark(kind, phone);
        var found = records.listByPhone(kind.code(), mark);
        record("personal-data.erase", kind.code(), asking, about(mark, found.size()));
        int erased = 0;
        while (!found.isEmpty()) {
            erased += records.delete(found.stream().map(SealedRecord::id).toList());
            found = records.listByPhone(kind.code(), mark);
        }
        return erased;
    }

    @Override
    public boolean erase(DataKind kind, String subject, Asking asking) {
        requireReason(asking);
        var found = records.listBySubject(kind.code(), List.of(subject));
        if (found.isEmpty()) {
            return false;
        }
        record("personal-data.erase", object(found.getFirst()), asking, Map.of());
        return records.delete(found.stream().map(SealedRecord::id).toList()) > 0;
    }

    @Override
    public String mark(String text) {
        return HexFormat.of().formatHex(keys.mark("text " + text));
    }

    private Optional<OpenedRecord> opened(SealedRecord sealed) {
        return text(sealed)
                .map(text ->
                        new OpenedRecord(
                                sealed.id(),
                                DataKind.valueOf(sealed.kind().toUpperCase(Locale.ROOT)),
                                sealed.subject(),
                                RecordLock.fields(text),
                                sealed.keptAt()));
    }

    /// The text inside; empty when it was erased meanwhile. A row read just before its old key was
    /// destroyed is read again: by then it is under the new one.
    private Optional<byte[]> text(SealedRecord sealed) {
        var current = Optional.of(sealed);
        for (int i = 0; i < TRIES; i++) {
            var text = current.flatMap(lock::open);
            if (text.isPresent()) {
                return text;
            }
            current = records.find(sealed.id());
            if (current.isEmpty()) {
                return Optional.empty();
            }
        }
        throw RecordLock.altered(sealed);
    }

    private void record(String action, String object, Asking asking, Map<String, String> more) {
        var details = new HashMap<>(more);
        details.put("reason", asking.reason().strip());
        audit.record(
                new AuditEntry(
                        asking.actor(),
                        action,
                        object,
                        AuditEntry.DONE,
                        asking.address(),
                        details));
    }

    private static Map<String, String> about(byte[] mark, int records) {
        return Map.of(
                "person", HexFormat.of().formatHex(mark).substring(0, MARK_SHOWN),
                "records", Integer.toString(records));
    }

    private static String object(SealedRecord sealed) {
        return sealed.kind() + "/" + sealed.subject();
    }

    private static void requireReason(Asking asking) {
        if (asking.reason().isBlank()) {
            throw new RefusedException(
                    "privacy.missing-reason",
                    "Personal data is asked for without a reason.",
                    "Say what it is needed for; the reason is kept.");
        }
    }

    private static RefusedException notFound() {
        return new RefusedException(
                "privacy.not-found",
                "The personal data is not there any more.",
                "It was erased; nobody can bring it back.");
    }
}
