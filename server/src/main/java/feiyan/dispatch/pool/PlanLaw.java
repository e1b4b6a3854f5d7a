package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Commitment;
import feiyan.dispatch.ServiceRules;
import feiyan.dispatch.engine.Law;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.platform.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one rule set as the engine's law, and who may be asked at all. Orders come with their place among the wishes as
 * their id.
 */
final class PlanLaw implements Law {

    private final PlanInputs inputs;
    private final int offersAWeek;
    private final LocalDate today;
    /** What the plans of weeks before give people to do. */
    private final Map<PersonId, List<Commitment>> planned = new HashMap<>();

    private final Map<PersonId, Integer> newOffers = new HashMap<>();

    PlanLaw(PlanInputs inputs) {
        this.inputs = inputs;
        this.offersAWeek = inputs.policy().get(Policy.OFFERS_A_WEEK);
        this.today = LocalDate.ofInstant(inputs.now(), ServiceRules.CHINA);
    }

    @Override
    public boolean allows(OpenOrder order, int volunteer) {
        var member = inputs.people().get(volunteer);
        return comesIntoQuestion(wish(order), member) && lawful(order, member, before(member));
    }

    private boolean comesIntoQuestion(PlanInputs.Wish wish, Member member) {
        if (wish.need().history().own().contains(member.id())) {
            return false;
        }
        if (isOver(wish) || inputs.isAsked(wish.id(), member.id())) {
            return true;
        }
        boolean said = wish.need().history().asked().contains(member.id());
        return !member.pauses(today) && (inputs.isPinned(wish.id(), member.id()) || (!said && offersLeft(member, 1)));
    }

    /** What was asked and answered then does not count when it is played through. */
    private boolean isOver(PlanInputs.Wish wish) {
        return wish.wanted().time().from().isBefore(inputs.now());
    }

    private boolean offersLeft(Member member, int more) {
        return member.asked(inputs.now()) + newOffers.getOrDefault(member.id(), 0) + more <= offersAWeek;
    }

    private boolean lawful(OpenOrder order, Member member, List<Commitment> planned) {
        var need = wish(order).need();
        var helper = member.helper(need.order().id(), need.service(), planned);
        return ServiceRules.against(helper, need.service(), inputs.policy()).isEmpty();
    }

    private List<Commitment> before(Member member) {
        return planned.getOrDefault(member.id(), List.of());
    }

    @Override
    public boolean keepsApart(OpenOrder one, OpenOrder other) {
        return ServiceRules.keepApart(
                wish(one).need().service(), wish(other).need().service(), inputs.policy());
    }

    @Override
    public boolean allowsBeside(OpenOrder order, int volunteer, List<OpenOrder> tasks) {
        var member = inputs.people().get(volunteer);
        int offers = isNewOffer(order, member) ? 1 : 0;
        var all = new ArrayList<>(before(member));
        for (var task : tasks) {
            offers += isNewOffer(task, member) ? 1 : 0;
            all.add(commitment(wish(task)));
        }
        return (!isNewOffer(order, member) || offersLeft(member, offers)) && lawful(order, member, all);
    }

    /** Who was asked already is not asked again, and what a person pins is that person's to answer for. */
    private boolean isNewOffer(OpenOrder order, Member member) {
        var wish = wish(order);
        return !isOver(wish) && !inputs.isAsked(wish.id(), member.id()) && !inputs.isPinned(wish.id(), member.id());
    }

    /** A seat of this week's plan, which the next ones have to respect. */
    void seated(OpenOrder order, int volunteer) {
        var member = inputs.people().get(volunteer);
        planned.computeIfAbsent(member.id(), none -> new ArrayList<>()).add(commitment(wish(order)));
        if (isNewOffer(order, member)) {
            newOffers.merge(member.id(), 1, Integer::sum);
        }
    }

    private static Commitment commitment(PlanInputs.Wish wish) {
        return new Commitment(wish.wanted().time(), wish.need().service().place());
    }

    private PlanInputs.Wish wish(OpenOrder order) {
        return inputs.wishes().get((int) order.id());
    }
}
