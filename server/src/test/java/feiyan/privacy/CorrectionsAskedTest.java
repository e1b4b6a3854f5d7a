package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.Village;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.privacy.CorrectionRequest.Answer;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only staff may put right is asked of the own station, done once, and answered with a reason. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class CorrectionsAskedTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private CorrectionDesk desk;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void theStationPutsItRightAndSaysWhatItSaw() {
        var volunteer = neighbour("Born Wrong");
        assertThat(desk.now(village.county, volunteer.person())).containsEntry("born_year", "1980");
        var id = desk.ask(volunteer, "born_year", "I was born in 1979").orThrow();
        assertThat(desk.ask(volunteer, "born_year", "again")).isEqualTo(Outcome.refused("correction.asked_already"));
        assertThat(desk.waiting(village.clerk))
                .extracting(CorrectionRequest::id)
                .contains(id);
        assertThat(desk.correct(village.clerk, id, "79", "ID card")).isEqualTo(Outcome.refused("correction.year"));
        desk.correct(village.clerk, id, "1979", "ID card seen").orThrow();
        assertThat(desk.now(village.county, volunteer.person())).containsEntry("born_year", "1979");
        var answered = desk.asked(volunteer).getFirst();
        assertThat(answered.answer()).isEqualTo(Answer.DONE);
        assertThat(answered.reason()).isEqualTo("ID card seen");
        assertThat(desk.correct(village.clerk, id, "1978", "once more"))
                .isEqualTo(Outcome.refused("correction.answered"));
        var tooLong = "x".repeat(CorrectionDesk.LONGEST + 1);
        assertThat(desk.correct(village.clerk, id, "1978", tooLong)).isEqualTo(Outcome.refused("correction.answered"));
    }

    @Test
    void whoLookedAndWhoPutItRightStandsInTheAudit() {
        var volunteer = neighbour("Looked At");
        var id = desk.ask(volunteer, "born_year", "1979, please").orThrow();
        var no = desk.ask(volunteer, CorrectionDesk.OTHER, "and my shoe size").orThrow();
        desk.waiting(village.clerk);
        assertThat(told("""
                        select fields[1] from sensitive_view
                        where county_id = :county and viewer_id = :by and subject_id = :person
                        """, volunteer)).contains("correction");
        desk.correct(village.clerk, id, "1979", "ID card seen").orThrow();
        desk.decline(village.clerk, no, "not held").orThrow();
        assertThat(told("""
                        select kind || ' ' || fields[1] from audit_act
                        where county_id = :county and actor_id = :by and subject_id = :person
                        """, volunteer)).containsExactly("corrected born_year");
    }

    private List<String> told(String sql, Actor person) {
        return village.the(JdbcClient.class)
                .sql(sql)
                .param("county", village.county.value())
                .param("by", village.clerk.person().value())
                .param("person", person.person().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void aNoNeedsAReasonAndChangesNothing() {
        var volunteer = neighbour("No Proof");
        var id = desk.ask(volunteer, "gender", "the other").orThrow();
        assertThat(desk.decline(village.clerk, id, "  "))
                .isEqualTo(Outcome.refused("correction.reason", CorrectionDesk.LONGEST));
        desk.decline(village.clerk, id, "no paper was shown").orThrow();
        assertThat(desk.now(village.county, volunteer.person())).containsEntry("gender", "unknown");
        assertThat(desk.asked(volunteer).getFirst().reason()).isEqualTo("no paper was shown");
    }

    @Test
    void nobodyElsesDeskSeesItAndNobodyAnswersTheirOwn() {
        var volunteer = neighbour("Private");
        var id = desk.ask(volunteer, CorrectionDesk.OTHER, "canary-wish").orThrow();
        var far = village.the(UnitChanges.class)
                .open(village.administrator, village.center, NewUnit.named("Far"))
                .orThrow();
        var stranger = village.staff("Wu", far, Role.CLERK);
        assertThat(desk.waiting(stranger)).isEmpty();
        assertThat(desk.correct(stranger, id, "", "mine now")).isEqualTo(Outcome.refused("correction.answered"));
        var own = new Actor(village.county, settled(village.clerk.person()), village.clerk.posts());
        var mine = desk.ask(own, CorrectionDesk.OTHER, "me").orThrow();
        assertThat(desk.correct(own, mine, "", "I say so")).isEqualTo(Outcome.refused("correction.answered"));
    }

    @Test
    void whatIsNotHeldCannotBePutRight() {
        var resident = Actor.withoutPosts(village.county, settled(village.person("No Volunteer")));
        assertThat(desk.ask(resident, "born_year", "1970")).isEqualTo(Outcome.refused("correction.unknown_field"));
        assertThat(desk.ask(resident, CorrectionDesk.OTHER, "x".repeat(CorrectionDesk.LONGEST + 1)))
                .isEqualTo(Outcome.refused("correction.words", CorrectionDesk.LONGEST));
    }

    private Actor neighbour(String name) {
        var volunteer = village.volunteer(name);
        settled(volunteer.person());
        return volunteer;
    }

    private PersonId settled(PersonId person) {
        village.the(Homes.class).settle(village.county, person, village.station);
        return person;
    }
}
