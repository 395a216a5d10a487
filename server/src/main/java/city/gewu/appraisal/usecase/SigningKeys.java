package city.gewu.appraisal.usecase;

import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.store.SigningKeyStore;
import city.gewu.appraisal.store.SigningKeyStore.PublicHalf;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keys that sign months (签名密钥): Ed25519, the private half in a file under the data directory, the
/// public half in the database and open to everybody. The newest signs; the ones before stay to
/// verify what they signed.
@Component
public class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_DIGITS = 16;

    private final SigningKeyStore store;
    private final Path folder;
    private final Clock clock;

    SigningKeys(SigningKeyStore store, @Value("${gewu.data}") Path data, Clock clock) {
        this.store = store;
        this.folder = data.resolve("keys");
        this.clock = clock;
    }

    /// The newest first.
    public List<PublicHalf> list() {
        return store.list();
    }

    /// Makes a new key, which signs from now on; answers its id.
    public synchronized String rotate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] open = pair.getPublic().getEncoded();
            var id = MonthSheet.digest(open).substring(0, ID_DIGITS);
            keep(id, pair.getPrivate());
            store.save(new PublicHalf(id, ALGORITHM, open, clock.instant()));
            return id;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String id, PrivateKey key) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            var file = file(id);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key.getEncoded()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve("appraisal-" + id + ".key");
    }

    /// What signing gave.
    ///
    /// @param key id of the key
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(String key, byte[] signature) {}

    /// Signs with the newest key; makes the first one when there is none.
    synchronized Sealed sign(byte[] bytes) {
        var newest = store.list().stream().findFirst().map(PublicHalf::id).orElseGet(this::rotate);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(read(newest));
            signature.update(bytes);
            return new Sealed(newest, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey read(String id) throws GeneralSecurityException {
        try {
            byte[] encoded = Base64.getDecoder().decode(Files.readString(file(id)).strip());
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new RefusedException(
                    "appraisal.missing-signing-key",
                    "The key that signs months (%s) is not there.".formatted(file(id)),
                    "Put the file back, or make a new key; the old public one stays to verify.");
        }
    }

    /// Whether a key signed these bytes.
    public boolean isSignedBy(String key, byte[] bytes, byte[] signature) {
        var known = store.find(key);
        if (known.isEmpty()) {
            return false;
        }
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(known.get().encoded())));
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
