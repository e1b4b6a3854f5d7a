package feiyan.platform;

import java.util.List;

/**
 * Why something cannot be done now, as a value: the page says {@code refusal.<code>} (what is the case) and
 * {@code refusal.<code>.next} (what to do about it), each with the arguments.
 *
 * @param code stable, dotted, lower case: {@code order.moved_on}
 * @param args plain values for the sentence; never an address, a name or the words of a need
 */
public record Refusal(String code, List<Object> args) {

    public Refusal {
        args = List.copyOf(args);
    }

    public static Refusal of(String code, Object... args) {
        return new Refusal(code, List.of(args));
    }
}
