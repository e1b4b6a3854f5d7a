package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.laws.LawBook;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Orders that are sent once each to a server which is told to stop, and what was said to be done. */
final class WritesUnderWay {

    private final VillageByApi api;
    private final int port;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    WritesUnderWay(VillageByApi api, int port) {
        this.api = api;
        this.port = port;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** @param rest what the server has not got yet */
    private record Sent(String id, String rest) {}

    /** One of which the answer is still to come. */
    final class Unfinished implements AutoCloseable {

        private final KeptConnection line;
        private final Sent sent;

        private Unfinished(KeptConnection line, Sent sent) {
            this.line = line;
            this.sent = sent;
        }

        void isDone() throws IOException {
            line.send(sent.rest);
            noted(sent.id, line.answer());
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }

    KeptConnection.Answer place(KeptConnection line) throws IOException {
        var id = VillageByApi.key();
        line.send(request(id, VillageByApi.key()));
        return noted(id, line.answer());
    }

    private KeptConnection.Answer noted(String id, KeptConnection.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains(id);
        acknowledged.add(id);
        return answer;
    }

    /** From a bad line: its last four signs are still to come. */
    Unfinished slow() throws IOException {
        var id = VillageByApi.key();
        var request = request(id, VillageByApi.key());
        var line = new KeptConnection(port);
        line.send(request.substring(0, request.length() - 4));
        return new Unfinished(line, new Sent(id, request.substring(request.length() - 4)));
    }

    /**
     * All written and not committed: the key comes last, and somebody else is about to spend it.
     *
     * @param somebody a transaction to be taken back
     */
    Unfinished held(Connection somebody) throws IOException, SQLException, InterruptedException {
        var id = VillageByApi.key();
        var key = VillageByApi.key();
        somebody.setAutoCommit(false);
        var db = JdbcClient.create(new SingleConnectionDataSource(somebody, true));
        db.sql("""
                insert into api_replay (county_id, token_id, key, fingerprint, at, expires_at)
                select county_id, id, :key, '', now(), now() from api_token
                """).param("key", "k:" + key).update();
        var line = new KeptConnection(port);
        line.send(request(id, key));
        var waiting = db.sql("select count(*) from pg_locks where not granted");
        for (int tried = 0; waiting.query(Integer.class).single() == 0; tried++) {
            assertThat(tried).as("waited in vain").isLessThan(1000);
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return new Unfinished(line, new Sent(id, ""));
    }

    private String request(String id, String key) {
        var need = api.need(id);
        return "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + api.token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + need.getBytes(ISO_8859_1).length + "\r\n\r\n" + need;
    }

    /** In the database as the stopped server left it: each once and whole, and nothing else. */
    void areAllThere(Connection left) {
        var db = JdbcClient.create(new SingleConnectionDataSource(left, true));
        for (var part : new String[] {
            "select id::text from service_order",
            "select order_id::text from order_words",
            "select order_id::text from order_event where version = 1 and command = 'place'",
            "select subject_id::text from outbox where kind = 'order.place'",
            "select body::json ->> 'id' from api_replay where status = 201"
        }) {
            assertThat(db.sql(part).query(String.class).list())
                    .as(part)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        for (var law : LawBook.all()) {
            assertThat(db.sql(law.breaches()).query().listOfRows())
                    .as(law.says())
                    .isEmpty();
        }
    }
}
