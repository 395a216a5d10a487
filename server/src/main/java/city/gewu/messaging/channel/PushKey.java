package city.gewu.messaging.channel;

import city.gewu.messaging.model.PushCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key that tells push services who sends (VAPID, RFC 8292): `push.key` in the data directory,
/// made when it is first needed.
@Component
public class PushKey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long LASTS_S = 12 * 3600;

    private final Path file;
    private final String subject;
    private @Nullable KeyPair pair;

    PushKey(
            @Value("${gewu.data}") String data,
            @Value("${gewu.push.subject:https://gewu.invalid}") String subject) {
        this.file = Path.of(data).toAbsolutePath().normalize().resolve("push.key");
        this.subject = subject;
    }

    /// What a page subscribes with (`applicationServerKey`).
    public String publicKey() {
        return BASE64.encodeToString(PushCipher.bytes((ECPublicKey) pair().getPublic()));
    }

    /// The header `Authorization` for a push service.
    String authorization(String origin, Instant now) throws GeneralSecurityException {
        String head = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        String claims =
                encoded(
                        "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                                .formatted(origin, now.getEpochSecond() + LASTS_S, subject));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair().getPrivate());
        signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return "vapid t=%s.%s.%s, k=%s"
                .formatted(head, claims, BASE64.encodeToString(signature.sign()), publicKey());
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has the curve P-256.", e);
        }
    }

    private synchronized KeyPair pair() {
        var known = pair;
        if (known == null) {
            known = load();
            pair = known;
        }
        return known;
    }

    private KeyPair load() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            byte[] open = new byte[bytes.getInt()];
            byte[] closed = new byte[bytes.remaining() - open.length];
            bytes.get(open).get(closed);
            return new KeyPair(
                    PushCipher.publicKey(open),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(closed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key (%s) cannot be read.".formatted(file), e);
        }
    }

    private void make() throws IOException {
        var fresh = fresh();
        byte[] open = PushCipher.bytes((ECPublicKey) fresh.getPublic());
        byte[] closed = fresh.getPrivate().getEncoded();
        byte[] bytes =
                ByteBuffer.allocate(4 + open.length + closed.length)
                        .putInt(open.length)
                        .put(open)
                        .put(closed)
                        .array();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(file, bytes);
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker; its key is read.
        }
    }
}
