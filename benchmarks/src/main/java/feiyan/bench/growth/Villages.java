package feiyan.bench.growth;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.bench.county.BigCounty;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Station;
import feiyan.bench.county.House;
import feiyan.bench.loop.Cast;
import feiyan.bench.loop.Cast.Member;
import feiyan.bench.loop.Lane;
import feiyan.menu.Project;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Villages of the county whose people ask and serve over the API: each has a past of its own. Beside each past other
 * villages, so that nobody's next weeks are full.
 */
final class Villages {

    private static final int MOST = 8;
    private static final int PEOPLE = 4;

    private final House house;
    private final BigCounty county;
    private final Collection<Helper> busy;
    private final Project project;

    /** @param busy who is asked for something else in the same days */
    Villages(House house, BigCounty county, Collection<Helper> busy) {
        this.house = house;
        this.county = county;
        this.busy = busy;
        this.project = county.projects().stream()
                .filter(each -> each.headcount() == 1 && each.minutes() == Cast.MINUTES)
                .findFirst()
                .orElseThrow();
    }

    /** @param past which of so many */
    List<Lane.Client> overApi(int past, int pasts) {
        var all = county.stations().stream()
                .map(this::cast)
                .filter(Villages::canServe)
                .toList();
        var own = IntStream.range(0, all.size())
                .filter(number -> number % pasts == past)
                .limit(MOST)
                .mapToObj(all::get)
                .toList();
        var lane = Lane.api(own::get);
        var clients = new ArrayList<Lane.Client>();
        for (int number = 0; number < own.size(); number++) {
            clients.add(lane.client(number));
        }
        return clients;
    }

    private static boolean canServe(Cast village) {
        return !village.volunteers().isEmpty() && !village.residents().isEmpty();
    }

    private Cast cast(Station station) {
        var desk = station.desk();
        return new Cast(
                house,
                desk.unit(),
                new Member(desk.actor(), desk.phone()),
                county.residents().stream()
                        .filter(each -> each.station().equals(station))
                        .limit(PEOPLE)
                        .map(each -> member(each.person(), each.phone()))
                        .toList(),
                county.helpers().stream()
                        .filter(each -> each.station().equals(station) && isAtHand(each))
                        .limit(PEOPLE)
                        .map(each -> member(each.person(), each.phone()))
                        .toList(),
                project.id());
    }

    private boolean isAtHand(Helper helper) {
        return helper.isAlwaysFree() && helper.skills().contains(project.skill()) && !busy.contains(helper);
    }

    private Member member(PersonId person, Phone phone) {
        return new Member(Actor.withoutPosts(county.id(), person), phone);
    }
}
