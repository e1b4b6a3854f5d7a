package feiyan.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A receiver as docs/webhooks.md asks for. */
class ReceiverTest {

    private static final byte[] KEY = "thirty-two bytes of a secret key".getBytes(StandardCharsets.UTF_8);

    @Test
    void aMessageThatComesTwiceIsKeptOnceAndAForgedOneNotAtAll() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.trusts("whsec_" + Base64.getEncoder().encodeToString(KEY));
            var body = "{\"order\":{\"id\":\"%s\",\"version\":2}}".formatted(UUID.randomUUID());
            assertThat(told(receiver, "m1", body, signature("m1", body))).isEqualTo(204);
            assertThat(told(receiver, "m1", body, signature("m1", body))).isEqualTo(204);
            assertThat(told(receiver, "m2", body, signature("m1", body))).isEqualTo(401);
            assertThat(receiver.kept()).containsOnlyKeys("m1");
            assertThat(receiver.repeated()).isEqualTo(1);
            assertThat(receiver.forged()).isEqualTo(1);
        }
    }

    private static int told(Receiver receiver, String id, String body, String signature) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var message = HttpRequest.newBuilder(URI.create(receiver.address()))
                    .header("webhook-id", id)
                    .header("webhook-timestamp", "1")
                    .header("webhook-signature", signature)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(message, BodyHandlers.discarding()).statusCode();
        }
    }

    private static String signature(String id, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        var words = (id + ".1." + body).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(words));
    }
}
