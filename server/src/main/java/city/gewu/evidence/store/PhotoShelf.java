package city.gewu.evidence.store;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the bytes of photos lie, each under the hash of them and never changed. What lies here is
/// whole before anything names it.
public interface PhotoShelf {

    /// Code of the refusal when the shelf cannot be reached or does not let us in; what was to be
    /// kept may be brought again later.
    String UNAVAILABLE = "evidence.unavailable";

    /// Keeps the bytes, which may lie here already; answers their SHA-256 in lower-case hex.
    String put(byte[] bytes) throws IOException;

    /// The bytes under this hash; a [NoSuchFileException] when there are none.
    byte[] get(String sha) throws IOException;

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Name of the bytes on every kind of shelf, so that a folder can be copied into a bucket and
    /// back: `ab/cdef…`.
    static String name(String sha) {
        return sha.substring(0, 2) + "/" + sha.substring(2);
    }
}
