package feiyan.dispatch.plan;

import feiyan.platform.Refusal;
import java.util.List;

/**
 * What came of sending lines.
 *
 * @param sent how many people were asked
 * @param unsent who was not, and why
 * @param left how many lines wait for the next press
 */
public record Sent(int sent, List<Unsent> unsent, int left) {

    public record Unsent(int line, Refusal why) {}

    public Sent {
        unsent = List.copyOf(unsent);
    }

    /** Lines that somebody else sent or changed meanwhile are no refusals: the board shows what they are now. */
    public int passed() {
        return (int) unsent.stream()
                .filter(one -> one.why().code().startsWith("plan.line_"))
                .count();
    }

    public int refused() {
        return unsent.size() - passed();
    }
}
