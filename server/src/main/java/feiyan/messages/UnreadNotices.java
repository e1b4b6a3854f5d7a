package feiyan.messages;

import feiyan.accounts.SignedIn;
import feiyan.web.UnreadCount;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** The number on the bell. */
@Component
class UnreadNotices implements UnreadCount {

    private final Notices notices;

    UnreadNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public int of(Principal viewer) {
        return viewer instanceof SignedIn signedIn ? notices.unread(signedIn.county(), signedIn.person()) : 0;
    }
}
