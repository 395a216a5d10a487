package city.gewu.signin.model;

/// What somebody who is signed in must do before anything else, the first to be asked for first.
public enum Duty {
    /// Came through the provider without its second factor, and has one of ours.
    ENTER_SECOND_FACTOR,
    /// Came with a password that the system made.
    CHANGE_PASSWORD,
    /// Is an administrator without a second factor.
    SET_UP_SECOND_FACTOR
}
