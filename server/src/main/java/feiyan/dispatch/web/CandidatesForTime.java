package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.TeamCandidate;
import feiyan.dispatch.engine.Terms;
import feiyan.dispatch.pool.Hush;
import feiyan.dispatch.pool.Judged;
import feiyan.dispatch.pool.Lack;
import feiyan.orders.Slot;
import feiyan.volunteers.VolunteerCard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for a time.
 *
 * @param wished whom the requester would like to come
 * @param named who goes by the name that was looked for
 * @param people the best who may be asked
 * @param lack why there are not more of them
 */
record CandidatesForTime(
        Slot time,
        List<TeamToAsk> teams,
        List<PersonToAsk> wished,
        List<PersonToAsk> named,
        List<PersonToAsk> people,
        WhatIsLacking lack) {

    /** @param able members who have the skill and are free in each hour */
    record TeamToAsk(UUID id, String name, UUID unit, int members, int able) {

        static TeamToAsk of(TeamCandidate team) {
            return new TeamToAsk(team.id().value(), team.name(), team.unit().value(), team.members(), team.able());
        }
    }

    /**
     * @param metres the straight line from home; null for a remote service
     * @param cost the sum of the terms, in metres of road
     * @param against what stands against it; empty where they can serve
     * @param hush why they should not be asked now
     */
    record PersonToAsk(
            UUID id,
            String number,
            String name,
            @Nullable Integer metres,
            int cost,
            Terms terms,
            int visitsBefore,
            int minutesThisWeek,
            int askedThisWeek,
            Set<Obstacle> against,
            Set<Hush> hush) {

        static PersonToAsk of(VolunteerCard card, Judged one) {
            var as = one.suggestion();
            return new PersonToAsk(
                    card.id().value(),
                    card.number(),
                    card.name(),
                    as.metres(),
                    as.cost(),
                    as.terms(),
                    as.visitsBefore(),
                    as.minutesThisWeek(),
                    as.askedThisWeek(),
                    new TreeSet<>(one.against()),
                    new TreeSet<>(one.hush()));
        }
    }

    /**
     * @param skilled of the nearest who have the skill, so many were looked at
     * @param against on how many of them each obstacle stands
     */
    record WhatIsLacking(int skilled, Map<Obstacle, Integer> against) {

        static WhatIsLacking of(Lack lack) {
            return new WhatIsLacking(lack.skilled(), new TreeMap<>(lack.against()));
        }
    }
}
