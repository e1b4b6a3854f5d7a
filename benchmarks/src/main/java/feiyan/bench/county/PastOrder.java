package feiyan.bench.county;

import feiyan.accounts.PersonId;
import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Helper;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.menu.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of one order that is over: who was in it, and when each step was taken. Its rows follow from it.
 *
 * @param number its place among all, from 0
 * @param day of the service
 * @param refusedBy who was asked first and said no, with when that was; null where the first ones came
 * @param comers who came, as many as the project asks for
 * @param team which took it and put them on; null where each was asked in person
 * @param luck from which its ids and words are drawn
 */
record PastOrder(
        int number,
        LocalDate day,
        Resident resident,
        Project project,
        Instant placed,
        Instant approved,
        @Nullable Refusal refusedBy,
        Instant offered,
        Instant begins,
        List<Comer> comers,
        @Nullable Team team,
        Instant rated,
        long luck) {

    record Refusal(Helper helper, Instant offered, Instant refused) {}

    /** @param accepted by its leader; the seats were filled after that */
    record Team(Crew crew, Instant accepted) {

        PersonId leader() {
            return crew.leader().person();
        }
    }

    /**
     * @param daysSinceAsked null for the first time
     * @param seated when the seat was theirs
     */
    record Comer(Helper helper, @Nullable Integer daysSinceAsked, Instant seated, Instant came, Instant went) {

        PersonId person() {
            return helper.person();
        }
    }

    Instant ends() {
        return begins.plus(Duration.ofMinutes(project.minutes()));
    }

    /** With the last seat the time was agreed. */
    Instant agreed() {
        return lastSeated().seated();
    }

    /** By whoever filled the last seat: a leader, or the last who said yes. */
    PersonId agreedBy() {
        return team == null ? lastSeated().person() : team.leader();
    }

    private Comer lastSeated() {
        return last(Comer::seated);
    }

    Comer firstToCome() {
        return comers.stream().min(Comparator.comparing(Comer::came)).orElseThrow();
    }

    Comer lastToGo() {
        return last(Comer::went);
    }

    private Comer last(Function<Comer, Instant> moment) {
        return comers.stream().max(Comparator.comparing(moment)).orElseThrow();
    }
}
