package city.gewu.platform;

/// What a pure rule answers: the next state with the event that led there, or why not.
public sealed interface Decision<S, E> {

    record Moved<S, E>(S next, E event) implements Decision<S, E> {}

    record Refused<S, E>(Refusal why) implements Decision<S, E> {}

    static <S, E> Decision<S, E> moved(S next, E event) {
        return new Moved<>(next, event);
    }

    static <S, E> Decision<S, E> refused(String code, String detail, String advice) {
        return new Refused<>(new Refusal(code, detail, advice));
    }

    /// The move, or the refusal as an exception for the outer layer to translate.
    default Moved<S, E> orThrow() {
        return switch (this) {
            case Moved<S, E> moved -> moved;
            case Refused<S, E>(var why) -> throw new RefusedException(why);
        };
    }
}
