package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Consent;
import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.Homes;
import feiyan.units.Position;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.Volunteers;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody agreed to decides what is used, from the moment on at which it is given or taken back. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalConsentsTest {

    private static final Position WELL = new Position(34.7, 118.4);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private PersonalConsents consents;

    @Autowired
    private JdbcClient jdbc;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        village.the(UnitChanges.class)
                .move(village.administrator, village.station, WELL)
                .orThrow();
    }

    @Test
    void withoutThePlaceAVolunteerIsAskedByTheVillage() {
        var volunteer = village.volunteer("Zhao");
        assertThat(home(volunteer)).isEqualTo(Village.SQUARE);
        consents.withdraw(volunteer, Purpose.LOCATION).orThrow();
        assertThat(home(volunteer)).isEqualTo(new CoarsePosition(WELL.latitude(), WELL.longitude()));
        assertThat(village.the(Profiles.class).home(volunteer, volunteer.person(), Village.SQUARE, 5_000))
                .isEqualTo(Outcome.refused("consent.location"));
        consents.give(volunteer, Purpose.LOCATION).orThrow();
        village.the(Profiles.class)
                .home(volunteer, volunteer.person(), Village.SQUARE, 5_000)
                .orThrow();
        assertThat(home(volunteer)).isEqualTo(Village.SQUARE);
    }

    @Test
    void withoutThePlaceAnOrderIsInTheVillageTheRunningOnesToo() {
        var from = Village.wednesday(village.the(AppClock.class).instant());
        var before = village.inFreeWords(from);
        assertThat(place(before)).isEqualTo(Village.SQUARE);
        consents.withdraw(village.requester, Purpose.LOCATION).orThrow();
        var inTheVillage = new CoarsePosition(WELL.latitude(), WELL.longitude());
        assertThat(place(before)).isEqualTo(inTheVillage);
        assertThat(place(village.inFreeWords(from))).isEqualTo(inTheVillage);
        consents.give(village.requester, Purpose.LOCATION).orThrow();
        assertThat(place(village.inFreeWords(from))).isEqualTo(Village.SQUARE);
    }

    @Test
    void withoutTheGuardiansWordAMinorIsInTheRegisterNoMore() {
        var volunteer = village.volunteer("Young");
        consents.note(village.clerk, settled(volunteer.person()), Purpose.GUARDIAN, How.PAPER, "Mother Zhao")
                .orThrow();
        assertThat(consents.give(volunteer, Purpose.GUARDIAN)).isEqualTo(Outcome.refused("consent.guardian"));
        consents.withdraw(volunteer, Purpose.GUARDIAN).orThrow();
        assertThat(village.the(Volunteers.class).find(village.county, volunteer.person()))
                .isEmpty();
        village.the(Volunteers.class)
                .enrol(village.clerk, village.enrolment(volunteer.person(), Village.ALWAYS, 600))
                .orThrow();
        assertThat(village.the(Volunteers.class).find(village.county, volunteer.person()))
                .as("who comes back, comes back")
                .isPresent();
    }

    @Test
    void aGuardiansWordThatNobodyGaveIsNotTakenBack() {
        var volunteer = village.volunteer("Grown Up");
        settled(volunteer.person());
        assertThat(consents.withdraw(volunteer, Purpose.GUARDIAN)).isEqualTo(Outcome.refused("consent.not_given"));
        assertThat(consents.withdrawFor(village.clerk, volunteer.person(), Purpose.GUARDIAN))
                .isEqualTo(Outcome.refused("consent.not_given"));
        assertThat(village.the(Volunteers.class).find(village.county, volunteer.person()))
                .as("still serves")
                .isPresent();
    }

    @Test
    void whatTheDeskNotesForSomebodyStandsInTheAudit() {
        var elder = settled(village.person("Grandma Qian"));
        consents.note(village.clerk, elder, Purpose.HEALTH, How.SPOKEN, "").orThrow();
        consents.withdrawFor(village.clerk, elder, Purpose.HEALTH).orThrow();
        assertThat(consents.note(village.clerk, elder, Purpose.CHILD, How.PAPER, " "))
                .isEqualTo(Outcome.refused("consent.guardian_name"));
        assertThat(jdbc.sql("""
                        select kind || ' ' || fields[1] from audit_act
                        where county_id = :county and subject_id = :person and actor_id = :clerk order by id
                        """)
                        .param("county", village.county.value())
                        .param("person", elder.value())
                        .param("clerk", village.clerk.person().value())
                        .query(String.class)
                        .list())
                .containsExactly("consent_noted health", "consent_withdrawn health");
    }

    @Test
    void theHistorySaysFromWhenToWhenInWhichWordsHowAndByWhom() {
        var elder = Actor.withoutPosts(village.county, settled(village.person("Grandpa")));
        consents.note(village.clerk, elder.person(), Purpose.HEALTH, How.SPOKEN, "")
                .orThrow();
        consents.withdraw(elder, Purpose.HEALTH).orThrow();
        consents.give(elder, Purpose.HEALTH).orThrow();
        var history = consents.history(elder);
        assertThat(history).extracting(Consent::how).containsExactly(How.PAGE, How.SPOKEN);
        assertThat(history).extracting(Consent::stands).containsExactly(true, false);
        assertThat(history).extracting(Consent::textVersion).containsOnly(1);
        assertThat(history.getLast().notedBy()).isEqualTo(village.clerk.person());
    }

    @Test
    void theDeskSeesItsOwnPeoplesAndThatStandsInTheAudit() {
        var elder = settled(village.person("Grandma"));
        assertThat(consents.history(village.clerk, elder).orThrow()).isEmpty();
        assertThat(views(elder)).isOne();
        var elsewhere = village.staff(
                "Wu",
                village.the(UnitChanges.class)
                        .open(village.administrator, village.center, feiyan.units.NewUnit.named("Far"))
                        .orThrow(),
                Role.CLERK);
        for (var stranger : List.of(elsewhere, village.requester)) {
            assertThat(consents.history(stranger, elder)).isEqualTo(Outcome.refused("consent.not_yours"));
            assertThat(consents.note(stranger, elder, Purpose.HEALTH, How.PAPER, ""))
                    .isEqualTo(Outcome.refused("consent.not_yours"));
            assertThat(consents.withdrawFor(stranger, elder, Purpose.HEALTH))
                    .isEqualTo(Outcome.refused("consent.not_yours"));
        }
        assertThat(consents.note(village.clerk, elder, Purpose.CHILD, How.PAPER, " "))
                .isEqualTo(Outcome.refused("consent.guardian_name"));
        assertThat(consents.note(village.clerk, elder, Purpose.HEALTH, How.PAGE, ""))
                .isEqualTo(Outcome.refused("consent.say_how"));
    }

    @Test
    void givenByTenHandsAtOnceItStandsOnce() {
        var person = village.person("Sun");
        Supplier<Outcome<PersonId>> give =
                () -> village.the(Consents.class).give(village.county, person, Purpose.HEALTH, How.PAGE, null);
        assertThat(AtOnce.refusals(
                        AtOnce.all(Stream.generate(() -> give).limit(10).toList())))
                .isEmpty();
        assertThat(village.the(Consents.class).history(village.county, person)).hasSize(1);
    }

    private PersonId settled(PersonId person) {
        village.the(Homes.class).settle(village.county, person, village.station);
        return person;
    }

    private @Nullable CoarsePosition home(Actor volunteer) {
        return village.the(Volunteers.class)
                .find(village.county, volunteer.person())
                .orElseThrow()
                .home();
    }

    private @Nullable CoarsePosition place(OrderId order) {
        return village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .place();
    }

    private int views(PersonId person) {
        return jdbc.sql("""
                        select count(*) from sensitive_view
                        where county_id = :county and subject_id = :person and 'consents' = any(fields)
                        """)
                .param("county", village.county.value())
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }
}
