package city.gewu.signin.usecase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Encrypts what signing in must be able to read again (AES-256-GCM). The key is a file beside the
/// database, not in it: a copy of the database gives nothing away. What was sealed for one account
/// cannot be opened for another.
@Component
class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey key;

    SecretBox(@Value("${gewu.data}") String data) {
        this.file = Path.of(data).toAbsolutePath().normalize().resolve("sign-in.key");
    }

    byte[] seal(String owner, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce, clear);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(String owner, byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return cipher(Cipher.DECRYPT_MODE, owner, nonce, rest);
    }

    private byte[] cipher(int mode, String owner, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key (%s) does not fit.".formatted(file), e);
        }
    }

    private synchronized SecretKey key() {
        var read = key;
        if (read == null) {
            try {
                if (!Files.exists(file)) {
                    create();
                }
                read = new SecretKeySpec(Files.readAllBytes(file), "AES");
            } catch (IOException e) {
                throw new IllegalStateException("The key (%s) cannot be read.".formatted(file), e);
            }
            key = read;
        }
        return read;
    }

    /// The file appears whole or not at all; of two servers that make one at once, one wins.
    private void create() throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Files.createDirectories(file.getParent());
        var part =
                Files.createTempFile(
                        file.getParent(),
                        "sign-in",
                        ".part",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(part, bytes);
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            // The other server's key is as good.
        } finally {
            Files.delete(part);
        }
    }
}
