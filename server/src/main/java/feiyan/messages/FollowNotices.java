package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.orders.Followers;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import feiyan.units.Actor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells a parent that somebody asks to follow their orders. Who it is stands on the page alone. */
@Component
class FollowNotices implements OutboxHandler {

    private final Followers followers;
    private final NoticeRows notices;

    FollowNotices(Followers followers, NoticeRows notices) {
        this.followers = followers;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Followers.ASKED);
    }

    /** Whoever has answered already, or was asked by somebody who took it back, is not told. */
    @Override
    public void handle(OutboxRow row) {
        var parent = new PersonId(row.subject());
        if (!followers.asking(Actor.withoutPosts(row.county(), parent)).isEmpty()) {
            notices.tell(row, Content.of(NoticeKind.FOLLOW_ASKED, null, null), List.of(parent));
        }
    }
}
