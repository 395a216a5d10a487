package city.gewu.messaging.model;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what a browser is woken with, so that its push service cannot read it (RFC 8291,
/// `aes128gcm`).
public final class PushCipher {

    private static final int RECORD_SIZE = 4096;
    private static final int COORDINATE = 32;
    private static final int TAG_BITS = 128;
    private static final byte UNCOMPRESSED = 4;
    private static final byte LAST_RECORD = 2;

    private PushCipher() {}

    /// The body of the request.
    ///
    /// @param browserKey public key of the browser: 65 bytes
    /// @param auth its secret: 16 bytes
    /// @param own a pair of keys for this message alone
    /// @param salt 16 random bytes
    public static byte[] seal(byte[] text, byte[] browserKey, byte[] auth, KeyPair own, byte[] salt)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(publicKey(browserKey), true);
        byte[] ownKey = bytes((ECPublicKey) own.getPublic());
        byte[] info =
                join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), browserKey, ownKey);
        byte[] secret = derive(agreement.generateSecret(), auth, info, 32);
        byte[] key = derive(secret, salt, label("aes128gcm"), 16);
        byte[] nonce = derive(secret, salt, label("nonce"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = cipher.doFinal(join(text, new byte[] {LAST_RECORD}));
        byte[] head =
                ByteBuffer.allocate(salt.length + 5)
                        .put(salt)
                        .putInt(RECORD_SIZE)
                        .put((byte) ownKey.length)
                        .array();
        return join(head, ownKey, sealed);
    }

    private static byte[] label(String what) {
        return ("Content-Encoding: " + what + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] derive(byte[] input, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract()
                                .addIKM(input)
                                .addSalt(salt)
                                .thenExpand(info, length));
    }

    /// A key on the curve P-256 from its 65 bytes; refused when they are no point of it.
    public static ECPublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != 1 + 2 * COORDINATE || bytes[0] != UNCOMPRESSED) {
            throw new GeneralSecurityException("A public key has 65 bytes and begins with 4.");
        }
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point =
                new ECPoint(
                        new BigInteger(1, bytes, 1, COORDINATE),
                        new BigInteger(1, bytes, 1 + COORDINATE, COORDINATE));
        return (ECPublicKey)
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    /// The 65 bytes of a key.
    public static byte[] bytes(ECPublicKey key) {
        var point = key.getW();
        return join(
                new byte[] {UNCOMPRESSED},
                coordinate(point.getAffineX()),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
