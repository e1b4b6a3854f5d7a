package feiyan.units.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.AccountId;
import feiyan.accounts.SignedIn;
import feiyan.cast.Village;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@FeiyanTest(properties = "feiyan.jobs=false")
class CurrentActorTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-18T02:00:00Z"));

    @Autowired
    private ApplicationContext house;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoWaitedSinceTheTokenWasReadActsWithWhatIsHeldThen() {
        var village = Village.in(house);
        var clerk = village.clerk;
        var owner = new SignedIn(new AccountId(UUID.randomUUID()), village.county.value(), clerk.person(), true);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of()));
        var read = List.of(village.station.value() + " " + Role.CLERK);

        assertThat(after(village, owner, read, 0)).containsExactly(new Post(village.station, Role.CLERK));
        assertThat(after(village, owner, read, 999)).containsExactly(new Post(village.station, Role.CLERK));
        assertThat(after(village, owner, read, 1000)).isEqualTo(clerk.posts());
    }

    @Test
    void withoutTheSecondStepNoPostThatWasReadCounts() {
        var village = Village.in(house);
        var owner =
                new SignedIn(new AccountId(UUID.randomUUID()), village.county.value(), village.clerk.person(), false);
        assertThat(after(village, owner, List.of(village.station.value() + " " + Role.CLERK), 0))
                .isEmpty();
    }

    private Iterable<Post> after(Village village, SignedIn owner, List<String> read, int millis) {
        var current = new CurrentActor(village.the(Staff.class), new MockHttpServletRequest(), now::get);
        current.found(owner, read);
        now.updateAndGet(before -> before.plusMillis(millis));
        return current.actor().orElseThrow().posts();
    }
}
