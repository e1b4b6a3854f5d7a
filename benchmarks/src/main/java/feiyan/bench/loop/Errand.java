package feiyan.bench.loop;

import feiyan.bench.county.BigCounty;
import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.dispatch.Invitee;
import feiyan.menu.Project;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one need is, and who has to do with it.
 *
 * @param comers who comes, as many as it takes
 * @param team which takes it and puts them on; null where each is asked in person
 */
public record Errand(
        Actor resident,
        Actor desk,
        NewOrder need,
        Slot time,
        List<Actor> comers,
        @Nullable Team team,
        Hours hours) {

    record Team(Invitee.ToTeam asked, Actor leader) {}

    List<Invitee> invitees() {
        return team == null ? comers.stream().map(Errand::inPerson).toList() : List.of(team.asked());
    }

    static Invitee inPerson(Actor volunteer) {
        return new Invitee.ToVolunteer(volunteer.person());
    }

    /**
     * Of people of a county.
     *
     * @param from when the service begins
     */
    public static Errand in(
            BigCounty county,
            Resident resident,
            List<Helper> comers,
            @Nullable Crew crew,
            Project project,
            Instant from) {
        var time = new Slot(from, from.plus(Duration.ofMinutes(project.minutes())));
        return new Errand(
                resident.actor(county.id()),
                resident.station().desk().actor(),
                need(resident, project, from),
                time,
                comers.stream().map(each -> each.actor(county.id())).toList(),
                crew == null
                        ? null
                        : new Team(new Invitee.ToTeam(crew.id()), crew.leader().actor(county.id())),
                Hours.around(time));
    }

    private static NewOrder need(Resident resident, Project project, Instant from) {
        return new NewOrder(
                resident.person(),
                Channel.PHONE_PAGE,
                resident.station().desk().unit(),
                project.id(),
                Speech.NEED,
                resident.name(),
                resident.phone().digits(),
                resident.station().name() + "三十二号",
                resident.home(),
                new Slot(from.minus(Duration.ofHours(1)), from.plus(Duration.ofHours(8))),
                false,
                null,
                null);
    }
}
