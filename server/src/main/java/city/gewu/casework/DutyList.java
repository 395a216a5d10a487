package city.gewu.casework;

import city.gewu.people.Actor;

/// Who is to handle what, as it is in force (处置责任清单).
public interface DutyList {

    /// The list in force; an empty one before the first was put.
    Routing getRouting();

    /// Puts a list in force from now on; the one before it is kept.
    ///
    /// Refused with `casework.bad-routing` when it names a category, unit or department that the
    /// city does not have or says two things of one, and with `casework.stale-routing` when another
    /// version than the one it was made from is in force.
    ///
    /// @param basedOn number of the version it was made from, 0 for none
    /// @return its number
    int putInForce(Routing routing, int basedOn, String reason, Actor author);
}
