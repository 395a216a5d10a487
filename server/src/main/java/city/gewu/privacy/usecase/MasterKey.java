package city.gewu.privacy.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.privacy.model.RecordCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key that wraps the others (主密钥): 64 hexadecimal digits in a file beside the data, or where a
/// setting says. It is never in the database, so a copy of the database opens nothing.
@Component
class MasterKey {

    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final Path file;
    private final boolean ours;

    MasterKey(
            @Value("${gewu.data}") Path data,
            @Value("${gewu.privacy.master-key-file:}") String given) {
        ours = given.isBlank();
        file = ours ? data.resolve("keys").resolve("master.key") : Path.of(given);
    }

    /// The key for wrapping with a cipher.
    byte[] wrapping(RecordCipher cipher) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(read(), HMAC));
            return cipher.cut(
                    mac.doFinal(("wrap " + cipher.code()).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes the file when it is ours to make and not there.
    void makeIfMissing() {
        if (!ours || Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(only("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(only("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Said when the wrapped keys do not open with this one.
    RefusedException wrong() {
        return new RefusedException(
                "privacy.wrong-master-key",
                "The master key (%s) is not the one that the personal data was locked with."
                        .formatted(file),
                "Put the right file back; without it the personal data cannot be read.");
    }

    private byte[] read() {
        try {
            warnWhenOthersCanRead();
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw bad();
            }
            return key;
        } catch (IOException e) {
            throw new RefusedException(
                    "privacy.missing-master-key",
                    "The master key of the personal data (%s) is not there.".formatted(file),
                    "Put the file back, or name it with gewu.privacy.master-key-file.");
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private RefusedException bad() {
        return new RefusedException(
                "privacy.bad-master-key",
                "The file (%s) does not hold 64 hexadecimal digits.".formatted(file),
                "Put the right file back.");
    }

    private void warnWhenOthersCanRead() throws IOException {
        var others = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if (Files.getPosixFilePermissions(file).stream().anyMatch(others::contains)) {
            log.warn(
                    "Others on this machine can read the master key {}; set its mode to 600", file);
        }
    }

    private static Set<PosixFilePermission> only(String mode) {
        return PosixFilePermissions.fromString(mode);
    }
}
