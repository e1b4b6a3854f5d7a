package feiyan.messages;

import feiyan.units.ViewerFacts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The number on the bell. */
@Component
class UnreadNotices implements ViewerFacts {

    @Override
    public String sql() {
        return Notices.UNREAD;
    }

    @Override
    public int unread(@Nullable Integer found) {
        return Objects.requireNonNullElse(found, 0);
    }
}
