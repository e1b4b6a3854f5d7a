package feiyan.dispatch.engine;

import java.util.Map;

/**
 * Why an order lacks people: of the nearest who have all its skills, how many each hard rule stands against.
 *
 * @param skilled how many were looked at; none: nobody has the skills
 */
public record Shortage(int skilled, Map<HardRules, Integer> against) {

    public Shortage {
        against = Map.copyOf(against);
    }
}
