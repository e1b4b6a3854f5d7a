package feiyan.exchange;

import feiyan.exchange.WebhookMessage.Sealed;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls a receiver: one request, no redirects, no cookies, the answer's status and nothing of its body, all within
 * twelve seconds however slowly it drips.
 */
@Component
class WebhookCaller {

    private static final Timeout PATIENCE = Timeout.ofSeconds(5);
    private static final long AT_MOST_SECONDS = 12;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks-").daemon().factory());

    WebhookCaller(@Value("${feiyan.webhooks.private-networks:false}") boolean privateToo) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(privateToo))
                        .setMaxConnTotal(200)
                        .setMaxConnPerRoute(8)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(PATIENCE)
                        .setResponseTimeout(PATIENCE)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("Feiyan-Webhooks")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    /** What came of a call. */
    sealed interface Answer {

        record Status(int code) implements Answer {}

        /** No answer, and why, as a code that a page can say. */
        record Silence(String trouble) implements Answer {}
    }

    Answer call(URI address, Sealed message) {
        var post = new HttpPost(address);
        message.headers().forEach(post::setHeader);
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        var late = new AtomicBoolean();
        var end = clock.schedule(() -> cancel(post, late), AT_MOST_SECONDS, TimeUnit.SECONDS);
        try (var answer = http.executeOpen(HttpHost.create(address), post, null)) {
            var code = answer.getCode();
            // Before it is closed, which would otherwise read the rest of the body.
            post.cancel();
            return new Answer.Status(code);
        } catch (IOException failure) {
            return new Answer.Silence(late.get() ? "too_slow" : trouble(failure));
        } finally {
            end.cancel(false);
        }
    }

    private static void cancel(HttpPost post, AtomicBoolean late) {
        late.set(true);
        post.cancel();
    }

    private static String trouble(IOException failure) {
        return switch (failure) {
            case PublicAddresses.NotPublic ours -> "not_public";
            case UnknownHostException unknown -> "unknown_host";
            case ConnectTimeoutException slow -> "too_slow";
            case java.net.SocketTimeoutException slow -> "too_slow";
            case SSLException untrusted -> "certificate";
            default -> "no_connection";
        };
    }

    @PreDestroy
    void close() throws IOException {
        clock.shutdownNow();
        http.close();
    }
}
