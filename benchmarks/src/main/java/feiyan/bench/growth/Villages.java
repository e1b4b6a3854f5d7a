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
import java.util.List;
import java.util.stream.IntStream;

/** Villages of the county whose people ask and serve over the API: so many that nobody's next weeks are full. */
final class Villages {

    private static final int MOST = 16;
    private static final int PEOPLE = 4;

    private final House house;
    private final BigCounty county;
    private final Scene scene;
    private final Project project;

    /** @param scene who is asked for something else in the same days, and where somebody sits at the pages */
    Villages(House house, BigCounty county, Scene scene) {
        this.house = house;
        this.county = county;
        this.scene = scene;
        this.project = county.projects().stream()
                .filter(each -> each.headcount() == 1 && each.minutes() == Cast.MINUTES)
                .findFirst()
                .orElseThrow();
    }

    /** None of a desk that signs in at the pages: with the password that it is given there its tokens end. */
    List<Lane.Client> overApi() {
        var all = county.stations().stream()
                .filter(each -> !each.equals(scene.station))
                .map(this::cast)
                .filter(Villages::canServe)
                .limit(MOST)
                .toList();
        var lane = Lane.api(all::get);
        return IntStream.range(0, all.size()).mapToObj(lane::client).toList();
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
        return helper.isAlwaysFree() && helper.skills().contains(project.skill()) && !scene.busy.contains(helper);
    }

    private Member member(PersonId person, Phone phone) {
        return new Member(Actor.withoutPosts(county.id(), person), phone);
    }
}
