package feiyan.accounts;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the database, without what a click need not cost: the moment of the last one is kept to the minute, as a
 * {@link Stay}'s is, instead of being written and made durable with each page that somebody only looks at; and a
 * session that a request has just written it does not read once more to learn that it is there.
 */
final class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Sparing<S>>, Filter {

    private static final Duration EXACT = Duration.ofMinutes(1);

    private final SessionRepository<S> sessions;
    private final SessionTransactions transactions;
    /** Of this very request: {@link #doFilter} forgets it. There is one of these objects, as of static fields. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Sparing<S>> written = new ThreadLocal<>();

    SparingSessions(SessionRepository<S> sessions, SessionTransactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            written.remove();
        }
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(sessions.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        sessions.save(session.session);
        written.set(session);
    }

    @Override
    public @Nullable Sparing<S> findById(String id) {
        var known = written.get();
        if (known != null && known.getId().equals(id)) {
            return known;
        }
        var found = transactions.looking(() -> sessions.findById(id));
        return found == null ? null : new Sparing<>(found);
    }

    @Override
    public void deleteById(String id) {
        written.remove();
        sessions.deleteById(id);
    }

    /** A session as it is, but for the moment of its last use. */
    static final class Sparing<S extends Session> implements Session {

        private final S session;

        Sparing(S session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant moment) {
            if (Duration.between(session.getLastAccessedTime(), moment).compareTo(EXACT) >= 0) {
                session.setLastAccessedTime(moment);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
