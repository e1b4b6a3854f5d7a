package feiyan.messages;

import feiyan.accounts.SignedIn;
import feiyan.web.ElderViewChosen;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Remembers who reads large letters; of strangers and of several people at one device nothing is kept. */
@Component
class ElderReaders {

    private final Choices choices;

    ElderReaders(Choices choices) {
        this.choices = choices;
    }

    @EventListener
    void chosen(ElderViewChosen chosen) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof SignedIn reader) {
            choices.readsLargeLetters(reader.county(), reader.person(), chosen.on());
        }
    }
}
