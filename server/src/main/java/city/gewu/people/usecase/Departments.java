package city.gewu.people.usecase;

import city.gewu.people.People;
import city.gewu.platform.RefusedException;

/// Asks for organisations that exist.
final class Departments {

    private Departments() {}

    /// @param code empty text for nobody's organisation
    static void require(People people, String code) {
        if (!code.isEmpty() && people.findDepartment(code).isEmpty()) {
            throw new RefusedException(
                    "people.unknown-department",
                    "The organisation (%s) is not known.".formatted(code),
                    "Save the organisation first, or correct its code.");
        }
    }
}
