package feiyan.messages.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import feiyan.cast.Village;
import feiyan.cast.Whoever;
import feiyan.messages.BellRinger;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.Live;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** People close pages all day long: that is nothing to write into a log. */
@FeiyanTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feiyan.jobs=false")
@Import(Whoever.class)
class PageGoneTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Whoever whoever;

    @Autowired
    private Live live;

    @Test
    void aPageThatGoesAwayInTheMiddleOfAPushIsNoError() throws Exception {
        var reader = Village.in(house).requester;
        whoever.is(reader);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(heard);
        try {
            for (int page = 0; page < 5; page++) {
                openAndLeave();
                for (int push = 0; push < 10; push++) {
                    live.changed(BellRinger.bell(reader.county(), reader.person()));
                    TimeUnit.MILLISECONDS.sleep(30);
                }
            }
        } finally {
            root.detachAppender(heard);
        }
        assertThat(List.copyOf(heard.list).stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ILoggingEvent::getFormattedMessage))
                .isEmpty();
    }

    /** Hard, as a browser that is killed: the server learns of it by its next push. */
    private void openAndLeave() throws Exception {
        try (var socket = new Socket("localhost", port)) {
            var request = "GET /messages/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[2000];
            var length = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, length, StandardCharsets.US_ASCII)).contains("200");
            socket.setSoLinger(true, 0);
        }
    }
}
