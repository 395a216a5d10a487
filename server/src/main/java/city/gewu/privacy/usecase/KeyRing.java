package city.gewu.privacy.usecase;

import city.gewu.privacy.model.DataKey;
import city.gewu.privacy.model.RecordCipher;
import city.gewu.privacy.model.SealedText;
import city.gewu.privacy.store.KeyStore;
import city.gewu.privacy.store.KeyStore.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys in clear, in memory. A server opens them at its start and does not start when they do
/// not open; a command opens them when it needs one, so a copy of the database can be verified
/// without.
@Component
class KeyRing implements SmartInitializingSingleton {

    private static final String HMAC = "HmacSHA256";

    private final KeyStore keys;
    private final MasterKey master;
    private final TransactionTemplate transaction;
    private final RecordCipher cipher;
    private final Clock clock;
    private volatile @Nullable Ring ring;

    private record Ring(
            Map<Integer, DataKey> known,
            DataKey active,
            Instant activeSince,
            SecretKeySpec index) {}

    KeyRing(
            KeyStore keys,
            MasterKey master,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gewu.privacy.cipher:aes}") String cipher) {
        this.keys = keys;
        this.master = master;
        this.transaction = transaction;
        this.clock = clock;
        this.cipher = RecordCipher.of(cipher);
    }

    @Override
    public void afterSingletonsInstantiated() {
        ring();
    }

    private Ring ring() {
        var known = ring;
        return known == null ? open() : known;
    }

    private void makeFirstKeys(Instant now) {
        transaction.executeWithoutResult(_ -> {
            keys.hold();
            if (keys.list().isEmpty()) {
                master.makeIfMissing();
                insertActive(now);
                byte[] index = RecordCipher.AES.newKey();
                keys.insertIndexKey(cipher.code(), wrap(cipher, index, "index"));
            }
        });
    }

    /// Makes a key that new records use from now on. Needs a transaction in which no other key is
    /// active; the ring learns of it with [#reload].
    int insertActive(Instant now) {
        int id = keys.nextId();
        keys.insertActive(id, cipher.code(), wrap(cipher, cipher.newKey(), name(id)), now);
        return id;
    }

    DataKey active() {
        return ring().active();
    }

    Instant activeSince() {
        return ring().activeSince();
    }

    /// Whether the active key is of another cipher than the setting asks for.
    boolean isOutdated() {
        return active().cipher() != cipher;
    }

    /// A key by its id, asking the database when it is new; empty when it is destroyed.
    Optional<DataKey> find(int id) {
        var found = Optional.ofNullable(ring().known().get(id));
        if (found.isEmpty()) {
            reload();
            found = Optional.ofNullable(ring().known().get(id));
        }
        return found;
    }

    void reload() {
        ring = load();
    }

    private Ring open() {
        makeFirstKeys(clock.instant());
        var loaded = load();
        ring = loaded;
        return loaded;
    }

    /// The mark of a text in the blind index.
    byte[] mark(String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(ring().index());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ring load() {
        var known = new HashMap<Integer, DataKey>();
        Optional<WrappedKey> active = Optional.empty();
        for (var key : keys.list()) {
            key.wrapped().ifPresent(wrapped -> known.put(key.id(), unwrap(key, wrapped)));
            active = key.active() ? Optional.of(key) : active;
        }
        var newest = active.orElseThrow();
        var index = keys.findIndexKey().orElseThrow();
        byte[] indexKey = unwrap(RecordCipher.of(index.cipher()), index.wrapped(), "index");
        return new Ring(
                Map.copyOf(known),
                Objects.requireNonNull(known.get(newest.id())),
                newest.createdAt(),
                new SecretKeySpec(indexKey, HMAC));
    }

    private DataKey unwrap(WrappedKey key, SealedText wrapped) {
        var of = RecordCipher.of(key.cipher());
        return new DataKey(key.id(), of, unwrap(of, wrapped, name(key.id())));
    }

    private SealedText wrap(RecordCipher by, byte[] key, String name) {
        return by.seal(master.wrapping(by), key, name.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] unwrap(RecordCipher by, SealedText wrapped, String name) {
        return by.open(master.wrapping(by), wrapped, name.getBytes(StandardCharsets.US_ASCII))
                .orElseThrow(master::wrong);
    }

    private static String name(int id) {
        return "data " + id;
    }
}
