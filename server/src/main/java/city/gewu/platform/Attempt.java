package city.gewu.platform;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What became of one thing among several that were tried together: a failure of one is kept beside
/// the others instead of ending them.
public sealed interface Attempt<T> {

    record Done<T>(T value) implements Attempt<T> {}

    /// @param why a [RefusedException] when a rule said no, anything else when something broke
    record Failed<T>(RuntimeException why) implements Attempt<T> {}

    static <T> Attempt<T> of(Supplier<T> work) {
        try {
            return new Done<>(work.get());
        } catch (RuntimeException e) {
            return new Failed<>(e);
        }
    }

    /// Goes on with what was done; a failure stays what it is.
    default <R> Attempt<R> then(Function<T, R> next) {
        return switch (this) {
            case Done<T>(var value) -> of(() -> next.apply(value));
            case Failed<T>(var why) -> new Failed<>(why);
        };
    }

    /// What was done; nothing when it failed.
    default Stream<T> stream() {
        return this instanceof Done<T>(var value) ? Stream.of(value) : Stream.empty();
    }

    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Failed<T>(var why) -> throw why;
        };
    }
}
