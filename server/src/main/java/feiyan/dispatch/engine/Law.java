package feiyan.dispatch.engine;

import java.util.List;

/**
 * What the house demands beyond {@link HardRules}, in its own exact terms: rest, the hours of a day, certificates. The
 * engine asks it only of whom its own rules let pass, so those may be laxer than the law but never stricter.
 */
public interface Law {

    /** The benchmark knows no other rules than the engine's. */
    Law NONE = new Law() {
        @Override
        public boolean allows(OpenOrder order, int volunteer) {
            return true;
        }

        @Override
        public boolean keepsApart(OpenOrder one, OpenOrder other) {
            return false;
        }

        @Override
        public boolean allowsBeside(OpenOrder order, int volunteer, List<OpenOrder> tasks) {
            return true;
        }
    };

    /**
     * Whether somebody may serve an order at all, with what they have to do before any plan.
     *
     * @param volunteer the place in the index
     */
    boolean allows(OpenOrder order, int volunteer);

    /** Whether nobody may serve both. */
    boolean keepsApart(OpenOrder one, OpenOrder other);

    /**
     * Whether somebody may serve an order beside the tasks of a plan, none of which is kept apart from it.
     *
     * @param tasks at least one
     */
    boolean allowsBeside(OpenOrder order, int volunteer, List<OpenOrder> tasks);
}
