package feiyan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the container turns away before any of our code runs (an address that is none, a header that is too long) is
 * answered in one plain sentence: no product name, no inline style, and with the headers that every answer has.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            Container host = context.getParent();
            if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(OneSentence.class.getName());
            }
        });
    }

    /** Named in a setting of the container, which makes it. */
    public static final class OneSentence extends ErrorReportValve {

        /** In both languages: whose request it was is not known. */
        private static final String SENTENCE = sentence();

        private static String sentence() {
            try (var text = Objects.requireNonNull(OneSentence.class.getResourceAsStream("/web/unreadable.txt"))) {
                return new String(text.readAllBytes(), UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                SafeHeaders.writers(SafeHeaders.CONTENT)
                        .forEach(header -> header.writeHeaders(request, response.getResponse()));
                response.setContentType("text/plain");
                response.setCharacterEncoding("UTF-8");
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(SENTENCE);
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException nobodyIsThere) {
                // The connection is gone; there is nobody to tell.
            }
        }
    }
}
