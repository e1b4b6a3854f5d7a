package feiyan.bench.county;

import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.units.Founding;
import feiyan.units.Foundings;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a county through the product's own doors, as its first administrator would, and gives it a past. */
public final class Settlement {

    /** The administrator's; a desk's account has none until somebody gives it one. */
    public static final String PASSWORD = "swallow over wheat";

    /** The county was founded so long before its first order. */
    private static final Duration BEFORE = Duration.ofDays(60);

    /** In minutes: so that everybody's habits leave room for it. */
    static final int LONGEST = 90;

    private final House house;
    private final CountySize size;

    private Settlement(House house, CountySize size) {
        this.house = house;
        this.size = size;
    }

    /** The county with all its past. */
    public static BigCounty make(House house, CountySize size) {
        var now = house.the(AppClock.class).instant();
        var county = found(house, size);
        new Past(county, size, now, Progress.QUIET).load(house, size.orders());
        return county;
    }

    /** The county on the day of its first order; {@link Past} adds what came after. */
    public static BigCounty found(House house, CountySize size) {
        var clock = house.the(AppClock.class);
        var founded = clock.instant().minus(Fates.reach(size)).minus(BEFORE);
        return clock.at(founded, () -> new Settlement(house, size).settled());
    }

    private BigCounty settled() {
        var random = new SplittableRandom(size.seed());
        var phones = new Phones();
        var names = new Names(random);
        var foundings = house.the(Foundings.class);
        var founding = new Founding("郯城县", "371322", "张伟", phones.next(), PASSWORD);
        var founded =
                foundings.found(foundings.newLink().orElseThrow(), founding).orThrow();
        var desks = new Desks(house, founded.actor(), phones, names);
        var land = new Land(house, founded.actor(), desks, random).settle(founded.center());
        var projects = projects(founded.county());
        var people = new People(house, founded.actor(), phones, names, random);
        var helpers = people.helpers(size.volunteers(), land.stations, projects);
        return new BigCounty(
                founded.county(),
                founded.actor(),
                desks.auditor(founded.center()),
                desks.at(founded.center()),
                List.copyOf(land.institutes),
                List.copyOf(land.stations),
                people.residents(size.residents(), land.stations),
                helpers,
                new Crews(house, founded.actor()).found(size.teams(), founded.center(), land.stations, helpers),
                projects);
    }

    private List<Project> projects(CountyId county) {
        return house.the(Menu.class).categories(county).stream()
                .flatMap(category -> category.projects().stream())
                .filter(each ->
                        each.headcount() <= BigCounty.MOST_SEATS && !each.remote() && each.qualification() == null)
                .filter(each -> !each.hazardous() && !each.confidential() && each.minutes() <= LONGEST)
                .toList();
    }
}
