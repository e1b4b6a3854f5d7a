package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@FeiyanTest
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-06-18T02:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    JdbcClient db;

    private final CountyId county = Ids.nextCounty();
    private TransactionTemplate transaction;

    @BeforeEach
    void template() {
        transaction = new TransactionTemplate(manager);
    }

    @Test
    void whatIsTakenBackWasNeverTold() {
        transaction.executeWithoutResult(status -> {
            outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
            status.setRollbackOnly();
        });
        assertThat(outbox.after(OutboxCursor.beginning(county), 10).rows()).isEmpty();
    }

    @Test
    void nothingIsToldOutsideATransaction() {
        assertThatThrownBy(() -> outbox.tell(county, "order.moved", Ids.next(), 1, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFollowerReadsPageByPageAndSeesEachRowOnce() {
        var told = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            told.add(tell());
        }
        var elsewhere = Ids.nextCounty();
        transaction.executeWithoutResult(status -> outbox.tell(elsewhere, "order.moved", Ids.next(), 1, NOW));
        assertThat(follow(OutboxCursor.beginning(county), 3)).containsExactlyElementsOf(told);
    }

    @Test
    void whateverATransactionTellsIsThereAsItWasToldHoweverMuchItIs() {
        for (int count = 1; count <= 6; count++) {
            var cursor = outbox.end(county);
            var subjects =
                    IntStream.range(0, count).mapToObj(each -> Ids.next()).toList();
            transaction.executeWithoutResult(status -> subjects.forEach(subject ->
                    outbox.tell(county, "seat.take", subject, 1 + subjects.indexOf(subject), NOW.plusSeconds(1))));
            var rows = outbox.after(cursor, 10).rows();
            assertThat(rows).extracting(OutboxRow::subject).containsExactlyElementsOf(subjects);
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.kind()).isEqualTo("seat.take");
                assertThat(row.version()).isEqualTo(1 + subjects.indexOf(row.subject()));
                assertThat(row.at()).isEqualTo(NOW.plusSeconds(1));
            });
        }
    }

    @Test
    void aTransactionInTheMidstOfAnotherTellsItsOwnAndNothingOfTheOther() {
        var ofItsOwn = new TransactionTemplate(manager);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var own = Ids.next();
        transaction.executeWithoutResult(status -> {
            outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
            ofItsOwn.executeWithoutResult(inner -> outbox.tell(county, "order.moved", own, 1, NOW));
            status.setRollbackOnly();
        });
        assertThat(follow(OutboxCursor.beginning(county), 10)).containsExactly(own);
    }

    @Test
    void whatIsWrittenAtTheVeryEndOfATransactionIsOfOnePieceWithWhatItTold() {
        var told = Ids.next();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.tell(county, "order.moved", told, 1, NOW);
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            throw new IllegalStateException("too late");
                        }
                    });
                }))
                .hasMessage("too late");
        assertThat(follow(OutboxCursor.beginning(county), 10)).isEmpty();
    }

    /** A key that is looked at only when the transaction commits, and does not hold. */
    @Test
    void whereTheCommitItselfIsRefusedNothingIsToldAndTheConnectionGoesOn() {
        var ended = new ArrayList<Integer>();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
                    db.sql("create temporary table followed (id int primary key, follows int not null"
                                    + " references followed deferrable initially deferred) on commit drop")
                            .update();
                    db.sql("insert into followed values (1, 2)").update();
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int how) {
                            ended.add(how);
                        }
                    });
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ended).containsExactly(TransactionSynchronization.STATUS_ROLLED_BACK);
        assertThat(follow(OutboxCursor.beginning(county), 10)).isEmpty();
        var told = tell();
        assertThat(follow(OutboxCursor.beginning(county), 10)).containsExactly(told);
    }

    @Test
    void aFollowerThatStartsNowSeesOnlyWhatComes() {
        tell();
        var cursor = outbox.end(county);
        var later = tell();
        assertThat(follow(cursor, 10)).containsExactly(later);
    }

    @Test
    void aTransactionThatBeganEarlierAndCommitsLaterIsStillSeenExactlyOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow = Ids.next();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            var slowOne = elsewhere.submit(() -> transaction.executeWithoutResult(status -> {
                number();
                outbox.tell(county, "order.moved", slow, 1, NOW);
                begun.countDown();
                await(mayCommit);
            }));
            begun.await();
            var quick = tell();
            var meanwhile = outbox.after(OutboxCursor.beginning(county), 10);
            assertThat(meanwhile.rows())
                    .as("not even the quick one: it would be overtaken")
                    .isEmpty();
            var sight = outbox.sight(meanwhile.next(), 10);
            assertThat(sight.settled()).isEqualTo(meanwhile);
            assertThat(sight.ahead()).extracting(OutboxRow::subject).containsExactly(quick);
            mayCommit.countDown();
            slowOne.get();
            assertThat(follow(meanwhile.next(), 10)).containsExactly(slow, quick);
            var settled = outbox.sight(meanwhile.next(), 10);
            assertThat(settled.settled().rows()).extracting(OutboxRow::subject).containsExactly(slow, quick);
            assertThat(settled.ahead()).isEmpty();
            assertThat(follow(settled.settled().next(), 10)).isEmpty();
        }
    }

    /** As by whatever it writes: from then on it has its number, and all others count as later. */
    private void number() {
        db.sql("select pg_current_xact_id()::text").query(String.class).single();
    }

    @Test
    void aPartThatIsTakenBackTellsNothingAndTheRestIsToldInItsOrder() {
        var part = new TransactionTemplate(manager);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        var first = Ids.next();
        var last = Ids.next();
        transaction.executeWithoutResult(status -> {
            part.executeWithoutResult(takenBack -> {
                outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
                takenBack.setRollbackOnly();
            });
            outbox.tell(county, "order.moved", first, 1, NOW);
            part.executeWithoutResult(takenBack -> {
                outbox.tell(county, "order.moved", Ids.next(), 1, NOW);
                takenBack.setRollbackOnly();
            });
            part.executeWithoutResult(kept -> outbox.tell(county, "order.moved", last, 1, NOW));
        });
        assertThat(follow(OutboxCursor.beginning(county), 10)).containsExactly(first, last);
    }

    private UUID tell() {
        var subject = Ids.next();
        transaction.executeWithoutResult(status -> outbox.tell(county, "order.moved", subject, 1, NOW));
        return subject;
    }

    private List<UUID> follow(OutboxCursor from, int atMost) {
        var seen = new ArrayList<UUID>();
        var page = outbox.after(from, atMost);
        while (!page.rows().isEmpty()) {
            page.rows().forEach(row -> seen.add(row.subject()));
            page = outbox.after(page.next(), atMost);
        }
        return seen;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
