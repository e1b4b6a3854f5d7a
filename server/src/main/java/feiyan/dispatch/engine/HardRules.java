package feiyan.dispatch.engine;

/**
 * What nobody may bend, for one person and one order by themselves. What two orders do to a person is in
 * {@link Ground}.
 */
public enum HardRules {
    BLOCKED {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            return volunteer.blocked();
        }
    },
    SKILLS {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            return (order.skills().low() & ~volunteer.skills().low()) != 0
                    || (order.skills().high() & ~volunteer.skills().high()) != 0;
        }
    },
    GENDER {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            return order.gender() != OpenOrder.ANY && order.gender() != volunteer.gender();
        }
    },
    WEEKLY_LIMIT {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            return order.duration() > volunteer.weeklyLimit();
        }
    },
    NOT_FREE {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            return !volunteer.free().covers(order.start(), order.end());
        }
    },
    OVERLAP {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            for (var taken : volunteer.taken()) {
                if (Ground.conflict(order, taken)) {
                    return true;
                }
            }
            return false;
        }
    },
    TOO_FAR {
        @Override
        boolean broken(OpenOrder order, FreeVolunteer volunteer) {
            return Ground.metres(order, volunteer) > volunteer.radius();
        }
    };

    private static final HardRules[] ALL = values();

    abstract boolean broken(OpenOrder order, FreeVolunteer volunteer);

    static boolean allow(OpenOrder order, FreeVolunteer volunteer) {
        for (var rule : ALL) {
            if (rule.broken(order, volunteer)) {
                return false;
            }
        }
        return true;
    }
}
