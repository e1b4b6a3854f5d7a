package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.Networks;
import feiyan.platform.Trace;
import feiyan.web.Reach.Dialect;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under which trace the lines of a request stand: asked of a container that does nothing else. */
class TraceValveTest {

    private static final String TOLD = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String HEADER = "00-" + TOLD + "-00f067aa0ba902b7-01";

    @TempDir
    Path folder;

    /** Held, or the level is forgotten with it. */
    private final Logger container = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void quietly() {
        container.setLevel(Level.OFF);
    }

    /** Says its trace, or goes on by another thread first. */
    private static final class Saying extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var here = Trace.current().map(Trace::id).orElse("none");
            if (request.getParameter("later") == null || request.getAttribute("first") != null) {
                response.getWriter().print((request.getAttribute("first") + " " + here).replace("null ", ""));
                return;
            }
            request.setAttribute("first", here);
            var later = request.startAsync();
            Thread.ofVirtual().start(later::dispatch);
        }
    }

    private HttpResponse<String> ask(String proxies, String path, String... headers) throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var reach = new Reach(false, false, Networks.parse(proxies), Dialect.X_FORWARDED, null);
        tomcat.getEngine().getPipeline().addValve(new TraceValve(reach));
        var context = tomcat.addContext("", folder.toString());
        var saying = Tomcat.addServlet(context, "saying", new Saying());
        saying.setAsyncSupported(true);
        context.addServletMappingDecoded("/", "saying");
        tomcat.getConnector();
        tomcat.start();
        var address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        var request = HttpRequest.newBuilder(address);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        }
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aProxyThatIsBelievedBringsItsOwn() throws Exception {
        assertThat(ask("127.0.0.1", "/", "traceparent", HEADER).body()).isEqualTo(TOLD);
    }

    @Test
    void aVisitorDoesNot() throws Exception {
        assertThat(ask("10.0.0.4", "/", "traceparent", HEADER).body())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(TOLD);
    }

    @Test
    void whatAProxyMumblesIsReplaced() throws Exception {
        assertThat(ask("127.0.0.1", "/", "traceparent", HEADER.toUpperCase(Locale.ROOT))
                        .body())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void anAnswerThatIsGivenLaterBearsTheSameAndAMachineIsTold() throws Exception {
        var answer = ask("", "/api/v1/orders?later=1");
        var ids = answer.body().split(" ", -1);
        assertThat(ids).hasSize(2);
        assertThat(ids[1]).isEqualTo(ids[0]).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(ids[0]);
    }

    @Test
    void aPageIsNotMadeLongerByIt() throws Exception {
        assertThat(ask("", "/orders").headers().firstValue("X-Trace-Id")).isEmpty();
    }
}
