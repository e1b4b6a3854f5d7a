package feiyan.dispatch;

import feiyan.units.UnitId;
import feiyan.volunteers.TeamId;

/**
 * A team in the dispatcher's list.
 *
 * @param able members who have the skill and are free in each hour
 */
public record TeamCandidate(TeamId id, String name, UnitId unit, int members, int able) {}
