package feiyan.dispatch.engine;

import java.util.List;

/**
 * What is better than what, in units of a metre of road: a county's policy. Integer fractions are kept as they are
 * written, so that a sum is the same on each machine.
 *
 * @param openSeat what an empty seat costs, by urgency 0 to 3
 * @param detour road per straight line
 * @param recentTimes with {@code recentOver}: the share of each minute served lately
 * @param perRating for each hundredth of a star below five
 * @param responseTimes with {@code responseOver}: for each per mille of questions not answered in time
 * @param again for the k-th new task of a person in the week, k − 1 times
 */
public record Weights(
        List<Integer> openSeat,
        double detour,
        int recentTimes,
        int recentOver,
        int perRating,
        int responseTimes,
        int responseOver,
        int otherLanguage,
        int noParty,
        int otherThanPrevious,
        int otherThanNamed,
        int again) {

    public Weights {
        openSeat = List.copyOf(openSeat);
    }

    /** Those of the published benchmark. */
    public static final Weights STANDARD = new Weights(
            List.of(100_000, 200_000, 400_000, 800_000), 1.3, 5, 6, 4, 3, 2, 2_000, 1_500, 3_000, 8_000, 1_500);

    /** What somebody costs whatever the order, less the way. */
    int standing(FreeVolunteer volunteer) {
        return volunteer.recent() * recentTimes / recentOver
                + (500 - volunteer.rating()) * perRating
                + (1000 - volunteer.response()) * responseTimes / responseOver;
    }

    /** What this pair costs beside the way and the standing cost. */
    int preference(OpenOrder order, FreeVolunteer volunteer) {
        int cost = 0;
        if (order.language() != OpenOrder.ANY && order.language() != volunteer.language()) {
            cost += otherLanguage;
        }
        if (order.partyPreferred() && !volunteer.party()) {
            cost += noParty;
        }
        if (order.previous() != OpenOrder.NOBODY && order.previous() != volunteer.id()) {
            cost += otherThanPrevious;
        }
        if (order.named() != OpenOrder.NOBODY && order.named() != volunteer.id()) {
            cost += otherThanNamed;
        }
        return cost;
    }

    /** What so many metres in a straight line cost. */
    int way(double metres) {
        return (int) (detour * metres);
    }

    int cost(OpenOrder order, FreeVolunteer volunteer) {
        return way(Ground.metres(order, volunteer)) + standing(volunteer) + preference(order, volunteer);
    }

    int open(OpenOrder order) {
        return openSeat.get(order.urgency());
    }
}
