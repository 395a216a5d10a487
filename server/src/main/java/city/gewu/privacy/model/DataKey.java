package city.gewu.privacy.model;

/// A key that records are encrypted under, in clear: it lives in memory alone.
public final class DataKey {

    private final int id;
    private final RecordCipher cipher;
    private final byte[] bytes;

    public DataKey(int id, RecordCipher cipher, byte[] bytes) {
        this.id = id;
        this.cipher = cipher;
        this.bytes = bytes.clone();
    }

    public int id() {
        return id;
    }

    public RecordCipher cipher() {
        return cipher;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
