package feiyan.messages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.accounts.AccountId;
import feiyan.accounts.SignedIn;
import feiyan.cast.Village;
import feiyan.messages.Notices;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@FeiyanTest
@AutoConfigureMockMvc
@TestInstance(Lifecycle.PER_CLASS)
class MessagesPageTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Notices notices;

    @Autowired
    private OutboxWorker worker;

    @Autowired
    private AppClock clock;

    private Village village;
    private OrderId order;

    @BeforeAll
    void anApprovedOrder() {
        village = Village.in(house);
        order = village.approved(village.project(1, 40), Village.wednesday(clock.instant()));
        worker.work();
    }

    @Test
    void saysWhatHappenedAndLeadsThereMarkingItAsRead() {
        var page =
                web.get().uri("/messages?lang=en").with(as(village.requester)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("“Haircut” is approved", "New", "Mark all as read");
        var id = notices.latest(village.requester, null).getFirst().id().value();
        assertThat(web.post()
                        .uri("/messages/" + id + "/reading")
                        .with(as(village.requester))
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl("/orders/" + order.value());
        assertThat(notices.unread(village.county, village.requester.person())).isZero();
    }

    @Test
    void whoHasNoneIsToldWhatWillComeHere() {
        var page = web.get()
                .uri("/messages")
                .locale(Locale.ENGLISH)
                .with(as(village.clerk))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("empty");
    }

    @Test
    void somebodyElsesIsNotThere() {
        var id = notices.latest(village.requester, null).getFirst().id().value();
        assertThat(web.post()
                        .uri("/messages/" + id + "/reading")
                        .with(as(village.clerk))
                        .with(csrf())
                        .exchange())
                .hasStatus(409);
    }

    private static RequestPostProcessor as(Actor actor) {
        var who = new SignedIn(new AccountId(Ids.next()), actor.county().value(), actor.person(), false);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
    }
}
