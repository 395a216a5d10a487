package city.gewu.privacy.store;

import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.platform.Moments;
import city.gewu.privacy.model.SealedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record as the database has it.
///
/// @param kind code of the kind
/// @param phoneMark mark of the phone number in the blind index
public record SealedRecord(
        long id,
        String kind,
        String subject,
        int keyId,
        SealedText sealed,
        Optional<byte[]> phoneMark,
        Instant keptAt,
        Optional<Instant> eraseAfter) {

    /// What the ciphertext is bound to: moved to another row or another subject it does not open.
    public byte[] context() {
        return context(id, kind, subject);
    }

    public static byte[] context(long id, String kind, String subject) {
        return new CanonicalBytes().number(id).text(kind).text(subject).toBytes();
    }

    static SealedRecord read(ResultSet row, int number) throws SQLException {
        byte @Nullable [] mark = row.getBytes("phone_mark");
        return new SealedRecord(
                row.getLong("record_id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getInt("key_id"),
                SealedText.of(row.getBytes("sealed")),
                Optional.ofNullable(mark),
                Moments.instant(row, "kept_at"),
                Moments.findInstant(row, "erase_after"));
    }
}
