package feiyan.bench.loop;

import feiyan.platform.AppClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request happen at the hour that it names. */
final class HourFilter extends OncePerRequestFilter {

    private final AppClock clock;

    HourFilter(AppClock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var hour = request.getHeader(BenchBeans.HOUR);
        if (hour == null) {
            chain.doFilter(request, response);
        } else {
            clock.at(Instant.ofEpochMilli(Long.parseLong(hour)), () -> passOn(request, response, chain));
        }
    }

    private static void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
