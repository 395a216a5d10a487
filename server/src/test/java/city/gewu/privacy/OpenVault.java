package city.gewu.privacy;

import city.gewu.privacy.model.Mask;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Personal data in memory, for tests of modules that keep some.
public final class OpenVault implements PersonalData {

    private final Map<String, OpenedRecord> records = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    @Override
    public long keep(NewRecord fresh) {
        long id = ids.incrementAndGet();
        records.put(
                fresh.kind() + fresh.subject(),
                new OpenedRecord(id, fresh.kind(), fresh.subject(), fresh.fields(), Instant.EPOCH));
        return id;
    }

    @Override
    public void keepAll(List<NewRecord> fresh) {
        fresh.forEach(this::keep);
    }

    @Override
    public Optional<MaskedRecord> find(DataKind kind, String subject) {
        return Optional.ofNullable(records.get(kind + subject))
                .map(kept -> new MaskedRecord(kept.id(), kind, subject, Mask.of(kept.fields())));
    }

    @Override
    public Map<String, MaskedRecord> findAll(DataKind kind, Collection<String> subjects) {
        return subjects.stream()
                .flatMap(subject -> find(kind, subject).stream())
                .collect(Collectors.toMap(MaskedRecord::subject, kept -> kept));
    }

    @Override
    public OpenedRecord open(long id, Asking asking) {
        return records.values().stream().filter(kept -> kept.id() == id).findFirst().orElseThrow();
    }

    @Override
    public List<OpenedRecord> copy(DataKind kind, PhoneNumber phone, Asking asking) {
        return records.values().stream()
                .filter(kept -> kept.kind() == kind)
                .filter(kept -> PhoneNumber.find(kept.field(PHONE)).equals(Optional.of(phone)))
                .toList();
    }

    @Override
    public List<String> listSubjects(DataKind kind, PhoneNumber phone, Asking asking) {
        return copy(kind, phone, asking).stream().map(OpenedRecord::subject).toList();
    }

    @Override
    public int erase(DataKind kind, PhoneNumber phone, Asking asking) {
        var found = copy(kind, phone, asking);
        found.forEach(kept -> records.remove(kind + kept.subject()));
        return found.size();
    }

    @Override
    public boolean erase(DataKind kind, String subject, Asking asking) {
        return records.remove(kind + subject) != null;
    }

    @Override
    public String mark(String text) {
        return "mark of " + text.length();
    }
}
