package city.gewu.privacy.model;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Authenticated encryption with a random nonce of 96 bits: AES-256-GCM of the JDK, or SM4-GCM (国密,
/// GB/T 32907) of Bouncy Castle. A sealed text is nonce, ciphertext and tag.
public enum RecordCipher {
    AES(32),
    SM4(16);

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int keyBytes;

    RecordCipher(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    /// Loaded by the first who needs SM4.
    private static final class BouncyCastle {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }

    public static RecordCipher of(String code) {
        for (var cipher : values()) {
            if (cipher.code().equals(code.toLowerCase(Locale.ROOT))) {
                return cipher;
            }
        }
        throw new IllegalArgumentException(
                "The cipher (%s) is not known; there are aes and sm4.".formatted(code));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As people call it: `AES-256-GCM`.
    public String algorithm() {
        return switch (this) {
            case AES -> "AES-256-GCM";
            case SM4 -> "SM4-GCM";
        };
    }

    public byte[] newKey() {
        byte[] key = new byte[keyBytes];
        RANDOM.nextBytes(key);
        return key;
    }

    /// A key of the right length out of a longer secret.
    public byte[] cut(byte[] secret) {
        return Arrays.copyOf(secret, keyBytes);
    }

    /// @param context what the text belongs to; it opens in no other
    public SealedText seal(byte[] key, byte[] text, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = start(Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(text.length));
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            return SealedText.of(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The text, unless anything about it was altered or the key is another.
    public Optional<byte[]> open(byte[] key, SealedText text, byte[] context) {
        byte[] sealed = text.bytes();
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            var cipher = start(Cipher.DECRYPT_MODE, key, sealed, context);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher start(int mode, byte[] key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        var cipher =
                switch (this) {
                    case AES -> Cipher.getInstance("AES/GCM/NoPadding");
                    case SM4 -> Cipher.getInstance("SM4/GCM/NoPadding", BouncyCastle.PROVIDER);
                };
        cipher.init(
                mode,
                new SecretKeySpec(key, name()),
                new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(context);
        return cipher;
    }
}
