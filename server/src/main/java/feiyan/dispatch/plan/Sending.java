package feiyan.dispatch.plan;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sending as every board may tell it, whichever server sends.
 *
 * @param place of the few that a plan has for those under way
 * @param done of how many lines it is known what became of them
 * @param toldAt the sender's latest word
 * @param came null while it is under way, and where it broke off
 */
public record Sending(
        int place,
        int total,
        int done,
        Instant toldAt,
        boolean over,
        @Nullable Came came) {

    /**
     * @param refused lines that say why nobody was asked
     * @param passed lines that somebody else had just sent or changed
     */
    public record Came(int sent, int refused, int passed) {

        int lines() {
            return sent + refused + passed;
        }

        static Came of(Sent sent) {
            return new Came(sent.sent(), sent.refused(), sent.passed());
        }
    }

    public boolean isUnderWay() {
        return !over;
    }

    public Optional<Came> result() {
        return Optional.ofNullable(came);
    }
}
