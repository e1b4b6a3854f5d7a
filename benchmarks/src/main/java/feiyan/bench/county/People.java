package feiyan.bench.county;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.NewPerson;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Purpose;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.bench.county.BigCounty.Station;
import feiyan.menu.Project;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Homes;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Volunteers;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/** Registers a county's people through the doors, some thousands at a time. */
final class People {

    private static final int AT_ONCE = 5_000;
    /** Within about half a kilometre of the station. */
    private static final double AROUND = 0.005;

    static final int WEEKLY_MINUTES = 600;
    private static final List<WeekHours> HABITS = List.of(
            free(day -> true, 0, 24),
            free(day -> true, 8, 18),
            free(day -> day < 6, 8, 17),
            free(day -> day >= 6, 8, 18),
            free(day -> true, 8, 12),
            free(day -> true, 13, 19));

    private final House house;
    private final Actor administrator;
    private final Phones phones;
    private final Names names;
    private final SplittableRandom random;

    People(House house, Actor administrator, Phones phones, Names names, SplittableRandom random) {
        this.house = house;
        this.administrator = administrator;
        this.phones = phones;
        this.names = names;
        this.random = random;
    }

    List<Resident> residents(int many, List<Station> stations) {
        var residents = registered(many, stations, (id, who) -> resident(id, who));
        var people = residents.stream().map(Resident::person).toList();
        house.the(Consents.class)
                .giveAll(administrator.county(), people, Purpose.LOCATION, How.PAPER, administrator.person());
        residents.forEach(each -> house.the(Homes.class)
                .settle(
                        administrator.county(),
                        each.person(),
                        each.station().desk().unit()));
        return residents;
    }

    private record Somebody(NewPerson person, Phone phone, Station station) {}

    /** Station by station in turn, so that each has as many as the next. */
    private <T> List<T> registered(int many, List<Station> stations, BiFunction<PersonId, Somebody, T> made) {
        var all = new ArrayList<T>();
        while (all.size() < many) {
            var next = new ArrayList<Somebody>();
            for (int at = all.size(); at < Math.min(many, all.size() + AT_ONCE); at++) {
                var phone = phones.next();
                next.add(new Somebody(new NewPerson(names.next(), phone), phone, stations.get(at % stations.size())));
            }
            var ids = house.the(Persons.class)
                    .registerAll(
                            administrator.county(),
                            next.stream().map(Somebody::person).toList())
                    .orThrow();
            for (int at = 0; at < ids.size(); at++) {
                all.add(made.apply(ids.get(at), next.get(at)));
            }
        }
        return List.copyOf(all);
    }

    private Resident resident(PersonId id, Somebody who) {
        return new Resident(id, who.person().name(), who.phone(), who.station(), near(who.station()));
    }

    List<Helper> helpers(int many, List<Station> stations, List<Project> projects) {
        var today = LocalDate.ofInstant(house.the(AppClock.class).instant(), ZoneOffset.UTC);
        var helpers = registered(
                many, stations, (id, who) -> new Helper(id, who.phone(), who.station(), skills(projects), habit()));
        for (int from = 0; from < helpers.size(); from += AT_ONCE) {
            var next = helpers.subList(from, Math.min(helpers.size(), from + AT_ONCE));
            house.the(Volunteers.class)
                    .enrolAll(
                            administrator,
                            next.stream().map(each -> enrolment(each, today)).toList())
                    .orThrow();
        }
        return helpers;
    }

    /** The first is one with which somebody can do something alone. */
    private Set<String> skills(List<Project> projects) {
        var alone = projects.stream().filter(each -> each.headcount() == 1).toList();
        var skills =
                new HashSet<>(Set.of(alone.get(random.nextInt(alone.size())).skill()));
        int many = random.nextInt(2, 5);
        while (skills.size() < many) {
            skills.add(projects.get(random.nextInt(projects.size())).skill());
        }
        return skills;
    }

    private WeekHours habit() {
        return HABITS.get(random.nextInt(HABITS.size()));
    }

    private Enrolment enrolment(Helper helper, LocalDate today) {
        return new Enrolment(
                helper.person(),
                helper.station().desk().unit(),
                near(helper.station()),
                random.nextInt(6, 40) * 1_000,
                WEEKLY_MINUTES,
                helper.free(),
                random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
                random.nextInt(100) < 30,
                today.minusYears(random.nextInt(20, 60)),
                false,
                null,
                helper.skills());
    }

    private CoarsePosition near(Station station) {
        return new CoarsePosition(
                station.place().latitude() + random.nextDouble(-AROUND, AROUND),
                station.place().longitude() + random.nextDouble(-AROUND, AROUND));
    }

    private static WeekHours free(IntPredicate days, int from, int to) {
        var hours = WeekHours.NONE;
        for (var day : DayOfWeek.values()) {
            hours = days.test(day.getValue()) ? hours.with(day, from, to) : hours;
        }
        return hours;
    }
}
