package feiyan.volunteers;

import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Consent;
import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.NewPerson;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Purpose;
import feiyan.cast.Village;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Role;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class VolunteersTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Qualifications qualifications;

    @Autowired
    private Teams teams;

    @Autowired
    private InstantSource clock;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void aVolunteerSaysWhatTheyCanDoAndWhenTheyAreFree() {
        var zhao = village.volunteer("Zhao");
        var saturday = WeekHours.NONE.with(SATURDAY, 9, 12);

        profiles.skills(zhao, zhao.person(), Set.of("singing", " reading ")).orThrow();
        profiles.availability(zhao, zhao.person(), saturday, 120).orThrow();
        profiles.home(zhao, zhao.person(), new CoarsePosition(34.7, 118.4), 900).orThrow();

        var found = volunteers.find(village.county, zhao.person()).orElseThrow();
        assertThat(found.skills()).containsExactly("reading", "singing");
        assertThat(found.freeHours()).isEqualTo(saturday);
        assertThat(found.weeklyLimitMinutes()).isEqualTo(120);
        assertThat(found.radiusMetres()).isEqualTo(900);
        assertThat(VolunteerNumber.isValid(found.number())).isTrue();
    }

    @Test
    void nobodyChangesAnothersProfile() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        assertThat(profiles.skills(qian, zhao.person(), Set.of())).isEqualTo(Outcome.refused("volunteer.not_yours"));
        assertThat(volunteers.within(qian, null)).isEmpty();
    }

    @Test
    void aChildIsTooYoungAndAMinorNeedsAParentsWord() {
        var child = village.person("Xiaohong");
        assertThat(volunteers.enrol(village.clerk, born(child, 13, true)))
                .isEqualTo(Outcome.refused("volunteer.too_young", 14));
        assertThat(volunteers.enrol(village.clerk, born(child, 16, false)))
                .isEqualTo(Outcome.refused("volunteer.guardian_missing"));
        volunteers.enrol(village.clerk, born(child, 16, true)).orThrow();
        assertThat(village.the(Consents.class).has(village.county, child, Purpose.GUARDIAN))
                .isTrue();
    }

    @Test
    void aMinorsOwnTickIsNoGuardiansWord() {
        var self = Actor.withoutPosts(village.county, village.person("Xiaogang"));
        assertThat(volunteers.enrol(self, born(self.person(), 16, true)))
                .isEqualTo(Outcome.refused("volunteer.guardian_missing"));
        var consents = village.the(Consents.class);
        consents.give(village.county, self.person(), Purpose.GUARDIAN, How.PAPER, village.clerk.person(), "Mother")
                .orThrow();
        volunteers.enrol(self, born(self.person(), 16, false)).orThrow();
        assertThat(consents.history(village.county, self.person()).stream()
                        .filter(consent -> consent.purpose() == Purpose.GUARDIAN)
                        .map(Consent::guardian))
                .containsExactly("Mother");
    }

    @Test
    void nobodyComesOfAgeByLeavingAndComingBack() {
        var self = Actor.withoutPosts(village.county, village.person("Xiaoli"));
        volunteers.enrol(village.clerk, born(self.person(), 15, true)).orThrow();
        var year = volunteers.find(village.county, self.person()).orElseThrow().bornYear();
        village.the(Consents.class)
                .withdraw(village.county, self.person(), Purpose.GUARDIAN, self.person())
                .orThrow();
        assertThat(volunteers.find(village.county, self.person())).isEmpty();
        assertThat(volunteers.enrol(self, born(self.person(), 40, true)))
                .isEqualTo(Outcome.refused("volunteer.guardian_missing"));
        volunteers.enrol(village.clerk, born(self.person(), 40, true)).orThrow();
        assertThat(volunteers.find(village.county, self.person()).orElseThrow().bornYear())
                .as("only the station's correction makes somebody older")
                .isEqualTo(year);
    }

    @Test
    void oneRegistersOneselfButNobodyElse() {
        var self = Actor.withoutPosts(village.county, village.person("Sun"));
        var other = village.person("Li");
        assertThat(volunteers.enrol(self, village.enrolment(other, Village.ALWAYS, 600)))
                .isEqualTo(Outcome.refused("volunteer.not_yours"));
        volunteers
                .enrol(self, village.enrolment(self.person(), Village.ALWAYS, 600))
                .orThrow();
    }

    @Test
    void twoThousandAreRegisteredInOneGoAndListedPageByPage() {
        var people = village.the(Persons.class)
                .registerAll(
                        village.county,
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> new NewPerson("Volunteer " + i, null))
                                .toList())
                .orThrow();
        var enrolments = people.stream()
                .map(person -> village.enrolment(person, Village.ALWAYS, 600))
                .toList();

        assertThat(volunteers.enrolAll(village.administrator, enrolments).orThrow())
                .isEqualTo(2_000);

        var first = volunteers.within(village.clerk, null);
        var second =
                volunteers.within(village.clerk, first.get(Volunteers.PAGE - 1).number());
        assertThat(first).hasSize(Volunteers.PAGE + 1);
        assertThat(second.getFirst()).isEqualTo(first.getLast());
        assertThat(volunteers.cards(village.county, people)).hasSize(2_000);
    }

    @Test
    void aCertificateCountsOnceSomebodyElseHasSeenIt() {
        var clerk = village.staff("Wu", village.station, Role.CLERK);
        var id = qualifications
                .claim(clerk, village.volunteer("Zhao").person(), "electrician", LocalDate.of(2027, 1, 1))
                .orThrow();
        var zhao = village.volunteer("Zhao");
        var own = qualifications.claim(zhao, zhao.person(), "nurse", null).orThrow();
        assertThat(qualifications.check(zhao, own)).isEqualTo(Outcome.refused("qualification.not_yours"));
        qualifications.check(clerk, own).orThrow();
        qualifications.check(village.administrator, id).orThrow();
        assertThat(qualifications.of(village.county, zhao.person()))
                .singleElement()
                .matches(held -> held.counts(LocalDate.of(2030, 1, 1)));
    }

    @Test
    void aTeamHasMembersAndALeaderWhoStaysUntilAnotherLeads() {
        var leader = village.volunteer("Sun");
        var zhao = village.volunteer("Zhao");
        var team = village.team(leader, zhao);
        assertThat(teams.members(village.county, team)).hasSize(2);
        assertThat(teams.leave(leader, team, leader.person())).isEqualTo(Outcome.refused("team.leader_stays"));

        teams.lead(leader, team, zhao.person()).orThrow();
        teams.leave(leader, team, leader.person()).orThrow();

        assertThat(teams.find(village.county, team).orElseThrow().size()).isEqualTo(1);
        assertThat(teams.ledBy(village.county, zhao.person()))
                .extracting(Team::id)
                .containsExactly(team);
        assertThat(teams.of(village.county, leader.person())).isEmpty();
        assertThat(teams.join(leader, team, Set.of(leader.person()))).isEqualTo(Outcome.refused("team.not_yours"));
        teams.join(village.clerk, team, Set.of(leader.person())).orThrow();
        assertThat(teams.within(village.clerk, null)).extracting(Team::id).contains(team);
        assertThat(teams.teamsOf(village.county, village.center, null)).hasSizeGreaterThanOrEqualTo(1);
    }

    private Enrolment born(PersonId person, int age, boolean consent) {
        var it = village.enrolment(person, Village.ALWAYS, 600);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        return new Enrolment(
                person,
                it.unit(),
                it.home(),
                it.radiusMetres(),
                it.weeklyLimitMinutes(),
                it.freeHours(),
                it.gender(),
                false,
                today.minusYears(age),
                consent,
                null,
                it.skills());
    }
}
