package city.gewu.privacy.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.NewRecord;
import city.gewu.privacy.PhoneNumber;
import city.gewu.privacy.model.DataKey;
import city.gewu.privacy.store.SealedRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Turns what is known about a person into a sealed record and back.
@Component
class RecordLock {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final KeyRing keys;

    RecordLock(KeyRing keys) {
        this.keys = keys;
    }

    SealedRecord seal(DataKey key, long id, NewRecord fresh, Instant now) {
        var fields = new TreeMap<>(fresh.fields());
        fields.values().removeIf(String::isBlank);
        byte[] context = SealedRecord.context(id, fresh.kind().code(), fresh.subject());
        return new SealedRecord(
                id,
                fresh.kind().code(),
                fresh.subject(),
                key.id(),
                key.cipher().seal(key.bytes(), JSON.writeValueAsBytes(fields), context),
                Optional.ofNullable(fields.get(PersonalData.PHONE))
                        .flatMap(PhoneNumber::find)
                        .map(phone -> mark(fresh.kind(), phone)),
                now,
                fresh.eraseAfter());
    }

    /// The same record under another key.
    SealedRecord reseal(SealedRecord sealed, byte[] text, DataKey key) {
        return new SealedRecord(
                sealed.id(),
                sealed.kind(),
                sealed.subject(),
                key.id(),
                key.cipher().seal(key.bytes(), text, sealed.context()),
                sealed.phoneMark(),
                sealed.keptAt(),
                sealed.eraseAfter());
    }

    /// The text inside, when the key is one we have; refused when it was altered.
    Optional<byte[]> open(SealedRecord sealed) {
        return keys.find(sealed.keyId()).map(key -> open(sealed, key));
    }

    private static byte[] open(SealedRecord sealed, DataKey key) {
        return key.cipher()
                .open(key.bytes(), sealed.sealed(), sealed.context())
                .orElseThrow(() -> altered(sealed));
    }

    static Map<String, String> fields(byte[] text) {
        return JSON.readValue(text, FIELDS);
    }

    byte[] mark(DataKind kind, PhoneNumber phone) {
        return keys.mark(kind.code() + " " + phone.digits());
    }

    static RefusedException altered(SealedRecord sealed) {
        return new RefusedException(
                "privacy.altered-record",
                "The personal data of (%s %s) is not what was kept."
                        .formatted(sealed.kind(), sealed.subject()),
                "Tell the security administrator; the record was changed in the database.");
    }
}
