package city.gewu.catalogue;

import city.gewu.platform.Named;
import java.math.BigDecimal;
import java.util.List;

/// What is asked of whoever reports a problem of a category, beyond what is asked of all (附加问题):
/// data of the scheme, not code.
///
/// @param code unique in its minor category
/// @param choices of a question of the kind `CHOICE`, otherwise none
public record Question(
        String code, Named text, AnswerKind kind, boolean required, List<Choice> choices) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_NUMBER = 30;

    public Question {
        choices = List.copyOf(choices);
    }

    /// @param code what is kept when it is chosen
    public record Choice(String code, Named text) {}

    /// Whether a text answers it; empty text answers none.
    public boolean accepts(String answer) {
        return switch (kind) {
            case TEXT -> !answer.isBlank() && answer.length() <= LONGEST;
            case NUMBER -> isNumber(answer);
            case YES_NO -> answer.equals("yes") || answer.equals("no");
            case CHOICE -> choices.stream().anyMatch(choice -> choice.code().equals(answer));
        };
    }

    private static boolean isNumber(String answer) {
        if (answer.length() > LONGEST_NUMBER) {
            return false;
        }
        try {
            return Math.abs(new BigDecimal(answer).scale()) < LONGEST_NUMBER;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
