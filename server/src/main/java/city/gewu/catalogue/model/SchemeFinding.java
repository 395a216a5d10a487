package city.gewu.catalogue.model;

/// Something about a drafted scheme that people must know (检查结果).
///
/// @param row of the category in the draft, from 0; -1 for the scheme as a whole
/// @param category its code, as it is written
/// @param part `category`, `condition`, `question` or `choice`
/// @param item code of the condition or question it is about, or empty text
/// @param value the field or the text that is meant
/// @param blocking whether it keeps the scheme from being laid down
public record SchemeFinding(
        int row,
        String category,
        String part,
        String item,
        Code code,
        String value,
        boolean blocking) {

    /// What may be found.
    public enum Code {
        /// There is no category at all.
        NO_CATEGORY,
        /// A field that must be filled in.
        EMPTY,
        /// A code with a blank in it or longer than anybody can write.
        BAD_CODE,
        /// A code that is given above already.
        TWICE,
        /// A major category with another name or kind above.
        MAJOR_DIFFERS,
        /// No filing condition: such a case has no limit and so no clock.
        NO_CONDITION,
        /// A question to choose from with fewer than two choices.
        NO_CHOICES,
        /// What follows a condition is none of its category.
        NO_SUCH_NEXT,
        /// A condition that follows itself.
        NEXT_IS_ITSELF,
        /// A condition that comes back to itself over others.
        NEXT_IN_A_CIRCLE
    }
}
