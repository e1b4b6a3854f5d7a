package feiyan.bench.county;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.menu.Project;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.WeekHours;
import java.util.List;
import java.util.Set;

/**
 * A county with its people, as whoever drives the product needs them. Nobody has an account yet but the administrator:
 * see {@link feiyan.accounts.Accounts#openFor}.
 *
 * @param auditor at the center
 * @param center its dispatcher's desk
 * @param institutes a dispatcher's desk each
 * @param stations a dispatcher's desk each: may approve and offer
 * @param projects what can be ordered and needs few people, no certificate and no whole morning, and is no secret
 */
public record BigCounty(
        CountyId id,
        Actor administrator,
        Desk auditor,
        Desk center,
        List<Desk> institutes,
        List<Station> stations,
        List<Resident> residents,
        List<Helper> helpers,
        List<Crew> crews,
        List<Project> projects) {

    /** Of what can be ordered: more stand around on feasts. */
    public static final int MOST_SEATS = 3;

    /** What one person does alone with these skills. */
    public Project alone(Set<String> skills) {
        return projects.stream()
                .filter(each -> each.headcount() == 1 && skills.contains(each.skill()))
                .findFirst()
                .orElseThrow();
    }

    /** Has no part in any past: what they have done is what a bench had them do. */
    public Helper newcomer() {
        return helpers.stream().filter(Helper::isAlwaysFree).toList().getLast();
    }

    /** A unit and somebody with a post there: a dispatcher, or the auditor. */
    public record Desk(UnitId unit, Actor actor, Phone phone) {}

    public record Station(Desk desk, Desk institute, String name, String area, CoarsePosition place) {}

    public record Resident(PersonId person, String name, Phone phone, Station station, CoarsePosition home) {

        public Actor actor(CountyId county) {
            return Actor.withoutPosts(county, person);
        }
    }

    /** @param free in which hours: who is always free says yes whenever a bench asks */
    public record Helper(PersonId person, Phone phone, Station station, Set<String> skills, WeekHours free) {

        public boolean isAlwaysFree() {
            return free.count() == WeekHours.HOURS;
        }

        public Actor actor(CountyId county) {
            return Actor.withoutPosts(county, person);
        }
    }

    /** A team; its leader is the first of its members. */
    public record Crew(TeamId id, UnitId unit, Helper leader, List<Helper> members) {}
}
