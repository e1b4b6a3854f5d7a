package feiyan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.transaction.CannotCreateTransactionException;

class SparingSessionsTest {

    private final SparingSessions<MapSession> sessions = new SparingSessions<>(
            new MapSessionRepository(new ConcurrentHashMap<>()),
            new SessionTransactions(new DataSourceTransactionManager()));

    @Test
    void theLastUseIsKeptToTheMinute() {
        var session = sessions.createSession();
        var began = session.getLastAccessedTime();
        session.setLastAccessedTime(began.plusSeconds(59));
        assertThat(session.getLastAccessedTime()).isEqualTo(began);
        session.setLastAccessedTime(began.plus(Duration.ofMinutes(1)));
        assertThat(session.getLastAccessedTime()).isEqualTo(began.plus(Duration.ofMinutes(1)));
    }

    @Test
    void whatARequestHasWrittenItDoesNotReadAgainAndTheNextOneDoes() throws ServletException, IOException {
        var session = sessions.createSession();
        inARequest(() -> {
            sessions.save(session);
            assertThat(sessions.findById(session.getId())).isSameAs(session);
        });
        inARequest(
                () -> assertThat(sessions.findById(session.getId())).isNotNull().isNotSameAs(session));
    }

    @Test
    void whatWasEndedIsGoneWithinTheSameRequest() throws ServletException, IOException {
        var session = sessions.createSession();
        inARequest(() -> {
            sessions.save(session);
            sessions.deleteById(session.getId());
            assertThat(sessions.findById(session.getId())).isNull();
        });
    }

    private void inARequest(Runnable work) throws ServletException, IOException {
        sessions.doFilter(
                new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> work.run());
    }

    @Test
    void whoLooksForASessionNeedsNoTransactionAndWhoWritesOneDoes() {
        var begun = new AtomicInteger();
        var transactions = new SessionTransactions(new DataSourceTransactionManager() {
            @Override
            protected Object doGetTransaction() {
                begun.incrementAndGet();
                throw new CannotCreateTransactionException("counted");
            }
        });
        assertThat(transactions.<String>looking(() -> transactions.execute(status -> "found")))
                .isEqualTo("found");
        assertThat(begun).hasValue(0);
        assertThatThrownBy(() -> transactions.execute(status -> "written"))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(begun).hasValue(1);
    }
}
