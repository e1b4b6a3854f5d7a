package feiyan.dispatch.engine;

/**
 * What makes up the cost of one person for one order, in metres of road: what a dispatcher is shown beside a candidate.
 */
public record Terms(int way, int recent, int rating, int response, int language, int party, int previous, int named) {

    static Terms of(OpenOrder order, FreeVolunteer volunteer, Weights weights) {
        return new Terms(
                weights.way(Ground.metres(order, volunteer)),
                volunteer.recent() * weights.recentTimes() / weights.recentOver(),
                (500 - volunteer.rating()) * weights.perRating(),
                (1000 - volunteer.response()) * weights.responseTimes() / weights.responseOver(),
                order.language() == OpenOrder.ANY || order.language() == volunteer.language()
                        ? 0
                        : weights.otherLanguage(),
                order.partyPreferred() && !volunteer.party() ? weights.noParty() : 0,
                isOther(order.previous(), volunteer) ? weights.otherThanPrevious() : 0,
                isOther(order.named(), volunteer) ? weights.otherThanNamed() : 0);
    }

    private static boolean isOther(long wanted, FreeVolunteer volunteer) {
        return wanted != OpenOrder.NOBODY && wanted != volunteer.id();
    }

    public int sum() {
        return way + recent + rating + response + language + party + previous + named;
    }
}
