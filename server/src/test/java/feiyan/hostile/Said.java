package feiyan.hostile;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** An answer that nobody gave, for whoever judges answers. */
record Said(int statusCode, String body, HttpHeaders headers) implements HttpResponse<String> {

    static Said page(int status, String main) {
        var headers = Map.of("Content-Type", List.of("text/html;charset=UTF-8"));
        return new Said(status, main, HttpHeaders.of(headers, (name, value) -> true));
    }

    @Override
    public HttpRequest request() {
        return HttpRequest.newBuilder(uri()).build();
    }

    @Override
    public Optional<HttpResponse<String>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return URI.create("http://localhost/");
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }
}
