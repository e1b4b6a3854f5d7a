package feiyan.bench.loop;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.bench.county.House;
import feiyan.menu.ProjectId;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.List;

/**
 * The people of one client: a station with its desk, residents who ask and volunteers who come. No two clients share
 * anybody, as no two villages do.
 */
public record Cast(
        House house, UnitId station, Member desk, List<Member> residents, List<Member> volunteers, ProjectId project) {

    /** How long the service takes that they all ask for. */
    public static final int MINUTES = 40;

    public record Member(Actor actor, Phone phone) {

        PersonId person() {
            return actor.person();
        }
    }

    Member resident(int loop) {
        return residents.get(Math.floorMod(loop, residents.size()));
    }
}
