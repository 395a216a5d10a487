package city.gewu.privacy.model;

/// A text that only its key and its context open: nonce, ciphertext and tag.
public final class SealedText {

    private final byte[] bytes;

    private SealedText(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SealedText of(byte[] bytes) {
        return new SealedText(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
