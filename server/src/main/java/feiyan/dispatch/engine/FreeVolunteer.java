package feiyan.dispatch.engine;

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
        boolean blocked) {

    /** The same person with the hours of this order taken, and its minutes off the week's limit. */
    FreeVolunteer busyWith(OpenOrder order) {
        return new FreeVolunteer(
                id,
                x,
                y,
                radius,
                skills,
                free.without(order.start(), order.end()),
                recent,
                weeklyLimit - order.duration(),
                rating,
                response,
                gender,
                language,
                party,
                blocked);
    }
}
