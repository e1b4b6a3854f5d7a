package feiyan.dispatch.pool;

import feiyan.dispatch.Obstacle;
import java.util.Map;

/**
 * Why an order lacks people.
 *
 * @param skilled of the nearest who have the skill, so many were looked at; none: nobody has it
 * @param against on how many of them each obstacle stands
 */
public record Lack(int skilled, Map<Obstacle, Integer> against) {

    public Lack {
        against = Map.copyOf(against);
    }
}
