package city.gewu.casework.web;

import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.MaskedRecord;

/// Name and phone of a reporter, masked or opened; empty text for what is not known.
record ContactBody(String name, String phone) {

    static ContactBody masked(MaskedRecord kept) {
        return new ContactBody(kept.field(PersonalData.NAME), kept.field(PersonalData.PHONE));
    }

    @Override
    public String toString() {
        return "ContactBody[***]";
    }
}
