package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.PersonCandidate;
import feiyan.dispatch.TeamCandidate;
import feiyan.orders.Slot;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for a time.
 *
 * @param wished whom the requester would like to come
 * @param named who goes by the name that was looked for
 */
record CandidatesForTime(
        Slot time, List<TeamToAsk> teams, List<PersonToAsk> wished, List<PersonToAsk> named, List<PersonToAsk> people) {

    /** @param able members who have the skill and are free in each hour */
    record TeamToAsk(UUID id, String name, UUID unit, int members, int able) {

        static TeamToAsk of(TeamCandidate team) {
            return new TeamToAsk(team.id().value(), team.name(), team.unit().value(), team.members(), team.able());
        }
    }

    /**
     * @param metres the straight line from home; null for a remote service
     * @param against what stands against it; empty where they can be asked
     */
    record PersonToAsk(
            UUID id, String number, String name, @Nullable Integer metres, Set<Obstacle> against) {

        static PersonToAsk of(PersonCandidate person) {
            var helper = person.helper();
            return new PersonToAsk(
                    helper.id().value(), helper.number(), helper.name(), person.metres(), person.against());
        }
    }

    static CandidatesForTime of(
            Slot time,
            List<TeamCandidate> teams,
            List<PersonCandidate> wished,
            List<PersonCandidate> named,
            List<PersonCandidate> people) {
        return new CandidatesForTime(
                time, teams.stream().map(TeamToAsk::of).toList(), lines(wished), lines(named), lines(people));
    }

    private static List<PersonToAsk> lines(List<PersonCandidate> people) {
        return people.stream().map(PersonToAsk::of).toList();
    }
}
