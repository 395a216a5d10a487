package city.gewu.engine.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest a ledger is kept with: SHA-256, or SM3 (国密) where a provider for it is installed.
///
/// Not safe for two threads at once; each makes its own.
public final class Hashing {

    private final MessageDigest digest;

    private Hashing(MessageDigest digest) {
        this.digest = digest;
    }

    public static Hashing sha256() {
        return named("SHA-256");
    }

    /// @param algorithm name of a message digest of 32 bytes
    public static Hashing named(String algorithm) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            if (digest.getDigestLength() != Hash.LENGTH) {
                throw new IllegalArgumentException(
                        "The digest (%s) makes (%d) bytes, not (%d)."
                                .formatted(algorithm, digest.getDigestLength(), Hash.LENGTH));
            }
            return new Hashing(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(
                    "No provider of this Java knows the digest (%s).".formatted(algorithm), e);
        }
    }

    public Hash hash(CanonicalBytes bytes) {
        bytes.feed(digest);
        return Hash.of(digest.digest());
    }

    /// The next link of a chain: `H(previous ‖ event ‖ hash of the state it led to)`.
    public Hash link(Hash previous, CanonicalBytes event, Hash state) {
        digest.update(previous.bytes());
        event.feed(digest);
        digest.update(state.bytes());
        return Hash.of(digest.digest());
    }

    /// The next link of a chain whose records lead to no state: `H(previous ‖ record)`.
    public Hash link(Hash previous, CanonicalBytes bytes) {
        digest.update(previous.bytes());
        bytes.feed(digest);
        return Hash.of(digest.digest());
    }

    Hash leaf(Hash content) {
        digest.update((byte) 0);
        digest.update(content.bytes());
        return Hash.of(digest.digest());
    }

    Hash node(Hash left, Hash right) {
        digest.update((byte) 1);
        digest.update(left.bytes());
        digest.update(right.bytes());
        return Hash.of(digest.digest());
    }

    Hash nothing() {
        return Hash.of(digest.digest());
    }
}
