package city.gewu.casework.model;

import java.util.List;

/// A command that is open to somebody now, and what it asks for.
///
/// @param command name of the command in kebab case
public record CommandForm(String command, List<Field> fields) {

    public CommandForm {
        fields = List.copyOf(fields);
    }

    /// @param name the command's own component
    /// @param type `text`, `reason`, `department`, `departments`, `colleague`, `photos`,
    ///   `category`, `condition`, `ground`, `case`, `limit`, `date`, `boolean`
    public record Field(String name, String type, boolean required) {

        static Field required(String name, String type) {
            return new Field(name, type, true);
        }

        static Field optional(String name, String type) {
            return new Field(name, type, false);
        }
    }
}
