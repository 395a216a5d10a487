package city.gewu.casework;

import city.gewu.privacy.PhoneNumber;

/// How a person who reported can be reached (举报人联系方式). It goes to the lock of the personal data and
/// never into the case, its ledger or an event.
///
/// @param name empty text when the person gave none
/// @param phone as it was told; empty text when there is none
public record ReporterContact(String name, String phone) {

    public ReporterContact {
        name = name.strip();
        phone = phone.strip();
    }

    public boolean isEmpty() {
        return name.isEmpty() && phone.isEmpty();
    }

    /// Whether the phone, if there is one, is a number that can be called.
    public boolean isCallable() {
        return phone.isEmpty() || PhoneNumber.find(phone).isPresent();
    }

    /// What a log or a failure may show of it.
    @Override
    public String toString() {
        return "ReporterContact[***]";
    }
}
