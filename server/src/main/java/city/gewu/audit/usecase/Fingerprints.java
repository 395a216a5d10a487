package city.gewu.audit.usecase;

import city.gewu.audit.store.FingerprintKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells whether two people typed the same without saying what: eight bytes of an HMAC under a key
/// of this installation.
@Component
public class Fingerprints {

    private static final String HMAC = "HmacSHA256";
    private static final int SHOWN = 8;

    private final FingerprintKey kept;
    private volatile byte @Nullable [] key;

    Fingerprints(FingerprintKey kept) {
        this.kept = kept;
    }

    public String of(String typed) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(), HMAC));
            byte[] whole = mac.doFinal(typed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, SHOWN));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            byte[] offered = new byte[32];
            new SecureRandom().nextBytes(offered);
            known = kept.keepOr(offered);
            key = known;
        }
        return known;
    }
}
