package feiyan.dispatch.web;

import feiyan.accounts.Persons;
import feiyan.dispatch.MoveChoices;
import feiyan.dispatch.MoveReason;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.ProposalStakeholders;
import feiyan.dispatch.TimeProposal;
import feiyan.dispatch.TimeProposals;
import feiyan.dispatch.Voice;
import feiyan.dispatch.Voices;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanel.Place;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How to move the time that was agreed, on the page of the order: the question, the answer, and how to ask. */
@Component
class MovesPanel implements OrderPanels {

    private static final String TEMPLATE = "dispatch/parts/moves";

    private final TimeProposals proposals;
    private final Voices voices;
    private final MoveChoices choices;
    private final ProposalStakeholders stakeholders;
    private final Persons names;

    MovesPanel(
            TimeProposals proposals,
            Voices voices,
            MoveChoices choices,
            ProposalStakeholders stakeholders,
            Persons names) {
        this.proposals = proposals;
        this.voices = voices;
        this.choices = choices;
        this.stakeholders = stakeholders;
        this.names = names;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        var agreed = order.agreed();
        if (order.state() != State.ACCEPTED || agreed == null) {
            return List.of();
        }
        var voice = voices.of(actor, order);
        var panels = new ArrayList<OrderPanel>();
        proposals.open(actor, order.id()).ifPresent(open -> question(actor, voice, open, panels));
        toAsk(actor, voice, agreed, panels);
        return panels;
    }

    private void question(Actor actor, Voice voice, TimeProposal open, List<OrderPanel> panels) {
        var model = new HashMap<String, Object>();
        model.put("proposal", open);
        model.put("who", who(actor, voice, open));
        model.put("forThem", !voice.own().contains(open.side().other()));
        if (voice.answers(open, actor)) {
            panels.add(new OrderPanel(Place.NOW, 10, TEMPLATE, "question", model));
        }
        if (voice.speaksFor(open.side())) {
            panels.add(new OrderPanel(Place.NOW, 11, TEMPLATE, "asked", model));
        }
    }

    /** Who comes is known to the household by name; the household, and whom the unit speaks for, by what they are. */
    private String who(Actor actor, Voice voice, TimeProposal open) {
        boolean household = voice.own().contains(ProposalSide.REQUESTER);
        return household && open.side() == ProposalSide.SERVING && stakeholders.wasMadeByOneWhoComes(open)
                ? names.names(actor.county(), List.of(open.by())).getOrDefault(open.by(), "")
                : "";
    }

    private void toAsk(Actor actor, Voice voice, Slot agreed, List<OrderPanel> panels) {
        var model = Map.<String, Object>of(
                "choices",
                choices.of(actor.county(), agreed),
                "sides",
                ProposalSide.values(),
                "reasons",
                MoveReason.values());
        for (var side : voice.own()) {
            var own = new HashMap<>(model);
            own.put("side", side);
            panels.add(new OrderPanel(Place.NOW, 50, TEMPLATE, "ask", own));
        }
        if (voice.unit()) {
            panels.add(new OrderPanel(Place.DESK, 40, TEMPLATE, "unit", model));
        }
    }
}
