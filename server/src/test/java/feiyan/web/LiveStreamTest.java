package feiyan.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.web.LiveStream.Push;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A page that does not read holds up nobody but itself. */
class LiveStreamTest {

    /** Reads one push for each permit. */
    private static final class SlowPage extends SseEmitter {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore reads = new Semaphore(0);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final List<String> read = new CopyOnWriteArrayList<>();
        private final AtomicBoolean busy = new AtomicBoolean();
        private final AtomicBoolean twoAtOnce = new AtomicBoolean();
        private volatile boolean gone;

        @Override
        public void send(SseEventBuilder event) throws IOException {
            if (!busy.compareAndSet(false, true)) {
                twoAtOnce.set(true);
            }
            begun.release();
            reads.acquireUninterruptibly();
            busy.set(false);
            if (gone) {
                throw new IOException("the page was closed");
            }
            var words = new StringBuilder();
            event.build().forEach(part -> words.append(part.getData()));
            read.add(words.toString().strip());
        }

        @Override
        public synchronized void complete() {
            ended.countDown();
        }

        void awaits(int pushes) throws InterruptedException {
            assertThat(begun.tryAcquire(pushes, 10, SECONDS)).isTrue();
        }
    }

    private final SlowPage page = new SlowPage();
    private final LiveStream stream = new LiveStream(page);

    @Test
    void whoeverTellsItGoesOnAndWhatIsToldMeanwhileIsToldOnce() throws InterruptedException {
        stream.tell(Push.OPEN);
        page.awaits(1);
        for (int i = 0; i < 5; i++) {
            stream.tell(Push.STILL_HERE);
            stream.tell(Push.CHANGED);
        }
        page.reads.release(3);
        page.awaits(2);
        stream.close();
        assertThat(page.ended.await(10, SECONDS)).isTrue();
        assertThat(page.read).hasSize(3);
        assertThat(page.read.getFirst()).isEqualTo(":open");
        assertThat(page.read.get(1)).startsWith("event:changed");
        assertThat(page.read.get(2)).isEqualTo(":still here");
        assertThat(page.twoAtOnce).isFalse();
    }

    @Test
    void aChangeWhileOneIsOnItsWayIsNotLost() throws InterruptedException {
        stream.tell(Push.CHANGED);
        page.awaits(1);
        stream.tell(Push.CHANGED);
        page.reads.release(2);
        page.awaits(1);
    }

    @Test
    void closingDoesNotWaitForAPageThatReadsNothing() throws InterruptedException {
        stream.tell(Push.OPEN);
        page.awaits(1);
        stream.close();
        stream.close();
        assertThat(page.ended.getCount()).isEqualTo(1);
        page.reads.release();
        assertThat(page.ended.await(10, SECONDS)).isTrue();
    }

    @Test
    void aPageThatIsGoneIsDroppedAndToldNothingMore() throws InterruptedException {
        page.gone = true;
        page.reads.release(10);
        stream.tell(Push.CHANGED);
        assertThat(page.ended.await(10, SECONDS)).isTrue();
        page.awaits(1);
        stream.tell(Push.CHANGED);
        assertThat(page.begun.tryAcquire(200, java.util.concurrent.TimeUnit.MILLISECONDS))
                .isFalse();
    }
}
