package city.gewu.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Personal data under lock (个人信息): encrypted in the database, masked in answers, opened with a
/// reason that is recorded first, erased in time. It exists nowhere else: no ledger, event or log
/// holds it.
public interface PersonalData {

    /// Field of a person's name.
    String NAME = "name";

    /// Field of a phone number, by which a person can be found.
    String PHONE = "phone";

    /// Keeps what is known about a subject, in place of what was kept before; answers the id of the
    /// record. Takes part in the caller's transaction.
    long keep(NewRecord fresh);

    /// Keeps many at once, no two of the same subject.
    void keepAll(List<NewRecord> fresh);

    Optional<MaskedRecord> find(DataKind kind, String subject);

    /// Masked records by subject; subjects of whom nothing is kept are left out.
    Map<String, MaskedRecord> findAll(DataKind kind, Collection<String> subjects);

    /// The record in clear, after the audit log has taken who asked and why. Refused with
    /// `privacy.missing-reason` without a reason, and with `privacy.altered-record` when the record
    /// is not what was kept.
    OpenedRecord open(long id, Asking asking);

    /// Everything kept about whoever has the phone number, in clear, recorded like an opening.
    List<OpenedRecord> copy(DataKind kind, PhoneNumber phone, Asking asking);

    /// Subjects of whoever has the phone number, the newest first, without opening any; recorded
    /// like an opening.
    List<String> listSubjects(DataKind kind, PhoneNumber phone, Asking asking);

    /// Erases everything kept about whoever has the phone number; answers how many records.
    int erase(DataKind kind, PhoneNumber phone, Asking asking);

    /// Erases what is kept about a subject; answers whether anything was.
    boolean erase(DataKind kind, String subject, Asking asking);

    /// Stands for a text in places that must not hold it: the same text gives the same mark, and
    /// without the key nobody can try texts out.
    String mark(String text);

    /// @param subject what the data belongs to: the id of a case or a person
    /// @param fields `name`, `phone` and whatever else; empty texts are not kept
    /// @param eraseAfter when its time is over; empty when something else decides
    record NewRecord(
            DataKind kind,
            String subject,
            Map<String, String> fields,
            Optional<Instant> eraseAfter) {

        public NewRecord {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "NewRecord[%s/%s]".formatted(kind.code(), subject);
        }
    }

    /// @param fields as everybody may see them: `王**`, `138****5678`
    record MaskedRecord(long id, DataKind kind, String subject, Map<String, String> fields) {

        /// The field, or empty text.
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    record OpenedRecord(
            long id, DataKind kind, String subject, Map<String, String> fields, Instant keptAt) {

        /// The field, or empty text.
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }

        @Override
        public String toString() {
            return "OpenedRecord[%s/%s]".formatted(kind.code(), subject);
        }
    }

    /// Who asks for personal data, and why (查阅理由).
    ///
    /// @param actor id of the person
    /// @param address where the request came from; empty text for a machine of our own
    record Asking(String actor, String reason, String address) {}
}
