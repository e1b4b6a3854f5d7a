package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a push meets when nobody is there any more. */
class LiveStreamTest {

    /** A connection that breaks when something is written to it. */
    private static final class Broken extends SseEmitter {

        private boolean ended;
        private boolean failed;

        @Override
        public void send(SseEventBuilder event) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void complete() {
            ended = true;
        }

        @Override
        public void completeWithError(Throwable cause) {
            failed = true;
        }
    }

    @Test
    void aPageThatIsGoneEndsItsStreamAndIsNoErrorForAnybodyToHandle() {
        var gone = new Broken();
        new LiveStream(gone).send(SseEmitter.event().name("changed"));
        assertThat(gone.ended).isTrue();
        assertThat(gone.failed).isFalse();
    }
}
