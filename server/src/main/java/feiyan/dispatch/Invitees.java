package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.volunteers.Team;
import feiyan.volunteers.Teams;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who may be asked: a team that stands on that day, a person who takes no break and whom no rule keeps from serving.
 */
@Component
class Invitees {

    private final Teams teams;
    private final HelperRows helpers;
    private final Planning planning;
    private final ServiceSheets sheets;
    private final InstantSource clock;

    Invitees(Teams teams, HelperRows helpers, Planning planning, ServiceSheets sheets, InstantSource clock) {
        this.teams = teams;
        this.helpers = helpers;
        this.planning = planning;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** All of them, or why one cannot be asked: certificates and insurance are looked at before an offer goes out. */
    Outcome<List<Invitee>> stand(CountyId county, ServiceSheet order, Slot time, Collection<Invitee> invitees) {
        if (invitees.isEmpty()) {
            return Outcome.refused("offer.nobody_chosen");
        }
        var people = new ArrayList<PersonId>();
        for (var invitee : invitees) {
            switch (invitee) {
                case Invitee.ToVolunteer(var volunteer) -> people.add(volunteer);
                case Invitee.ToTeam(var team) -> {
                    var day = LocalDate.ofInstant(time.from(), ServiceRules.CHINA);
                    if (teams.hold(county, team).filter(it -> serves(it, day)).isEmpty()) {
                        return Outcome.refused("offer.no_team");
                    }
                }
            }
        }
        return peopleStand(county, order, time, people).map(all -> List.copyOf(invitees));
    }

    private Outcome<Integer> peopleStand(CountyId county, ServiceSheet order, Slot time, List<PersonId> people) {
        if (people.isEmpty()) {
            return Outcome.done(0);
        }
        if (sheets.isOrderOf(county, order.id(), people)) {
            return Outcome.refused("seat.own_order");
        }
        var service = planning.at(county, order, time);
        var found = helpers.known(county, order.id(), service, people);
        if (found.size() < people.size()) {
            return Outcome.refused("seat.no_volunteer");
        }
        var today = LocalDate.ofInstant(clock.instant(), ServiceRules.CHINA);
        if (found.stream().anyMatch(one -> one.pauses(today))) {
            return Outcome.refused("offer.paused");
        }
        return found.stream()
                .flatMap(one -> ServiceRules.against(one.helper(), service, planning.policy(county)).stream())
                .findFirst()
                .map(obstacle -> Outcome.<Integer>refused(obstacle.refusal()))
                .orElseGet(() -> Outcome.done(found.size()));
    }

    private static boolean serves(Team team, LocalDate day) {
        return team.leader() != null && (team.endsOn() == null || !day.isAfter(team.endsOn()));
    }
}
