package feiyan.volunteers;

import feiyan.units.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** A volunteer's own break with what waits for an answer in spite of it, for each page that shows it. */
@Component
public class PauseCards {

    private final Pauses pauses;
    private final List<AskedAlready> asked;

    PauseCards(Pauses pauses, List<AskedAlready> asked) {
        this.pauses = pauses;
        this.asked = asked;
    }

    public PauseCard of(Actor actor) {
        int open = asked.stream()
                .mapToInt(module -> module.openTo(actor.county(), actor.person()))
                .sum();
        return new PauseCard(pauses.of(actor.county(), actor.person()).orElse(null), open);
    }
}
