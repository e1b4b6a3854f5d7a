package feiyan.dispatch.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who may be asked this week.
 *
 * @param id the caller's own
 * @param x of the home, in metres, as {@code y}
 * @param radius metres, straight line
 * @param free the hours of the week in which they are; existing commitments are taken out already
 * @param recent minutes served lately
 * @param weeklyLimit minutes
 * @param rating hundredths of a star, up to 500
 * @param response answers in time per thousand asked
 * @param blocked may not be asked at all
 * @param taken seats of this week that their free hours do not know of yet
 */
public record FreeVolunteer(
        long id,
        float x,
        float y,
        float radius,
        Skills skills,
        WeekBits free,
        int recent,
        int weeklyLimit,
        int rating,
        int response,
        int gender,
        int language,
        boolean party,
        boolean blocked,
        List<OpenOrder> taken) {

    public FreeVolunteer {
        taken = List.copyOf(taken);
    }

    /** The same person with this order among what they serve, and its minutes off the week's limit. */
    FreeVolunteer busyWith(OpenOrder order) {
        return new FreeVolunteer(
                id,
                x,
                y,
                radius,
                skills,
                free,
                recent,
                weeklyLimit - order.duration(),
                rating,
                response,
                gender,
                language,
                party,
                blocked,
                Stream.concat(taken.stream(), Stream.of(order)).toList());
    }
}
