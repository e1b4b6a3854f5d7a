package feiyan.platform;

import java.util.function.Function;

/**
 * What a door answers: the thing done, or why not. A refusal is ordinary (somebody was faster, a seat is full) and
 * therefore a value; an exception is a bug.
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String code, Object... args) {
        return new Refused<>(Refusal.of(code, args));
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> new Refused<>(refusal);
        };
    }

    default <R> Outcome<R> map(Function<? super T, R> next) {
        return then(value -> new Done<>(next.apply(value)));
    }

    /** The value, for a caller to whom a refusal here would be a bug: tests, the demo county. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw new IllegalStateException("refused: " + refusal);
        };
    }
}
