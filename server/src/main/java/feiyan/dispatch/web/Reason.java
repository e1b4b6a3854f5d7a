package feiyan.dispatch.web;

import java.util.List;

/** One short reason: a message and its arguments, said by {@code page.say(reason.code, reason.args)}. */
public record Reason(String code, List<Object> args) {

    public Reason {
        args = List.copyOf(args);
    }

    static Reason of(String code, Object... args) {
        return new Reason(code, List.of(args));
    }
}
