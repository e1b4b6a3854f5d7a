package feiyan.orders;

import static feiyan.orders.Relation.HANDLER;
import static feiyan.orders.Relation.IN_CHARGE;
import static feiyan.orders.Relation.LEADER;
import static feiyan.orders.Relation.PATH;
import static feiyan.orders.Relation.PROXY;
import static feiyan.orders.Relation.REQUESTER;
import static feiyan.orders.Relation.SEAT;

import java.util.Set;

/**
 * Which relation allows which command: the column "who" of the order's graph. An empty set means that no person gives
 * the command through a page: another module or the clock does, having judged by its own rules.
 */
public final class WhoMay {

    private WhoMay() {}

    public static Set<Relation> give(Verb verb) {
        return switch (verb) {
            case ASK_BACK, ESCALATE, HAND_DOWN, APPROVE, REFUSE, RESOLVE, MERGE, SPLIT, OFFER -> Set.of(IN_CHARGE);
            case ANSWER -> Set.of(REQUESTER, PROXY, IN_CHARGE);
            case CANCEL -> Set.of(REQUESTER, PROXY, IN_CHARGE);
            // by call-back or on paper, the unit writes down what the requester says
            case RATE, REOPEN -> Set.of(REQUESTER, PROXY, HANDLER);
            case APPEAL_UPHELD -> Set.of(PATH);
            case RESCHEDULE -> Set.of(REQUESTER, PROXY, IN_CHARGE, LEADER);
            case RESEAT, BREAK_OFF -> Set.of(IN_CHARGE, LEADER);
            case GIVE_BACK -> Set.of(LEADER);
            case NO_SHOW -> Set.of(REQUESTER, PROXY, IN_CHARGE);
            case FINISH -> Set.of(LEADER, SEAT);
            case PLACE, GROUP, LAPSE, SERVED_BY_GROUP, RUN_DRY, CONFIRM, START, CLOSE_UNRATED -> Set.of();
        };
    }

    static boolean allows(Verb verb, Set<Relation> relations) {
        return give(verb).stream().anyMatch(relations::contains);
    }
}
