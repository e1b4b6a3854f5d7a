package feiyan.demo;

import feiyan.accounts.NewPerson;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.demo.Land.Station;
import feiyan.menu.Project;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Gender;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Volunteers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sixteen at each station, two thousand in all: old and young, some insured, some with a certificate. */
@Component
class DemoVolunteers {

    static final int AT_EACH_STATION = 16;
    /** The policy's own: ten hours. */
    private static final int WEEKLY_MINUTES = 600;

    private final Persons persons;
    private final Volunteers volunteers;
    private final Qualifications qualifications;

    DemoVolunteers(Persons persons, Volunteers volunteers, Qualifications qualifications) {
        this.persons = persons;
        this.volunteers = volunteers;
        this.qualifications = qualifications;
    }

    /** Station by station, each with the one who leads first. */
    List<Hand> enrol(Land land, List<Project> menu, LocalDate today, DemoWords words, Names names, Luck luck) {
        var ids = persons.registerAll(land.county(), people(land, words, names)).orThrow();
        var traits = new VolunteerTraits(menu, luck);
        var common = Set.of(words.say("cast.skills").split(","));
        var hands = new ArrayList<Hand>();
        var enrolments = new ArrayList<Enrolment>();
        for (var station : land.stations()) {
            for (int i = 0; i < AT_EACH_STATION; i++) {
                var story = station.equals(land.story()) && i < 2 ? common : null;
                var hand = hand(ids.get(hands.size()), station, i, story, traits, luck);
                hands.add(hand);
                enrolments.add(enrolment(hand, today, luck));
            }
        }
        volunteers.enrolAll(land.administrator(), enrolments).orThrow();
        hands.forEach(hand -> certify(land, hand, today));
        return hands;
    }

    private static List<NewPerson> people(Land land, DemoWords words, Names names) {
        var cast = List.of(Cast.LEADER, Cast.VOLUNTEER, Cast.SWALLOW);
        var people = new ArrayList<NewPerson>();
        for (var station : land.stations()) {
            for (int i = 0; i < AT_EACH_STATION; i++) {
                boolean known = station.equals(land.story()) && i < cast.size();
                people.add(
                        known
                                ? new NewPerson(
                                        words.say("cast." + cast.get(i).code()),
                                        cast.get(i).phone())
                                : new NewPerson(names.next(), DemoPhones.volunteer(people.size())));
            }
        }
        return people;
    }

    /** @param story the skills of the two by whom the story goes on; null for everybody else */
    private static Hand hand(
            PersonId id, Station station, int number, @Nullable Set<String> story, VolunteerTraits traits, Luck luck) {
        boolean known = story != null;
        var skills = story != null ? story : traits.skills();
        return new Hand(
                id,
                station,
                DemoHouseholds.near(station, luck),
                known ? 30_000 : luck.between(6, 40) * 1000,
                known ? VolunteerTraits.ALWAYS : traits.freeHours(),
                known || luck.percent(85),
                // the first leads, the third is the station's swallow
                number < 3 || !luck.percent(4),
                skills,
                known ? Set.of() : traits.certificates(skills));
    }

    private static Enrolment enrolment(Hand hand, LocalDate today, Luck luck) {
        var born = today.minusYears(hand.grownUp() ? luck.between(20, 72) : luck.between(15, 16))
                .minusDays(40);
        return new Enrolment(
                hand.id(),
                hand.station().id(),
                hand.home(),
                hand.radiusMetres(),
                WEEKLY_MINUTES,
                hand.free(),
                luck.percent(55) ? Gender.FEMALE : Gender.MALE,
                hand.grownUp() && luck.percent(30),
                born,
                !hand.grownUp(),
                hand.insured() ? today.plusDays(luck.between(60, 300)) : null,
                hand.skills());
    }

    private void certify(Land land, Hand hand, LocalDate today) {
        for (var certificate : hand.certificates()) {
            qualifications
                    .claim(land.administrator(), hand.id(), certificate, today.plusYears(3))
                    .then(claimed -> qualifications.check(land.administrator(), claimed))
                    .orThrow();
        }
    }
}
