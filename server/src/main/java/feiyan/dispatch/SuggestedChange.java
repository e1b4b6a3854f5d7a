package feiyan.dispatch;

import feiyan.volunteers.WeekHours;

/** What a volunteer may change of themselves after saying no, so as not to be asked the like again. */
public sealed interface SuggestedChange {

    /** As it stands in {@code taken_change} and in the words for it. */
    enum Kind {
        NEARER,
        LESS_FREE,
        WITHOUT_SKILL
    }

    Kind kind();

    /**
     * Asked only for what is nearer than this was.
     *
     * @param way the straight line from home that was too far
     * @param was the radius until now
     * @param metres the radius it would be
     */
    record Nearer(int way, int was, int metres) implements SuggestedChange {
        @Override
        public Kind kind() {
            return Kind.NEARER;
        }
    }

    /** @param hours of the week that would be free no more */
    record LessFree(WeekHours hours) implements SuggestedChange {
        @Override
        public Kind kind() {
            return Kind.LESS_FREE;
        }
    }

    /** @param last no other skill would be left: nobody could ask any more */
    record WithoutSkill(String skill, boolean last) implements SuggestedChange {
        @Override
        public Kind kind() {
            return Kind.WITHOUT_SKILL;
        }
    }
}
