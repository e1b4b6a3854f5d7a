package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What Prometheus and a balancer do at the operator's port. */
record Operator(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> ask(String method, String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody());
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    int status(String path) throws IOException, InterruptedException {
        return ask("GET", path).statusCode();
    }

    boolean isReady() throws IOException, InterruptedException {
        var answer = ask("GET", "/actuator/health/readiness");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        return answer.statusCode() == 200;
    }

    String whyNot() throws IOException, InterruptedException {
        return ask("GET", "/actuator/health/readiness").body();
    }

    boolean lives() throws IOException, InterruptedException {
        return status("/actuator/health/liveness") == 200;
    }

    List<String> measures() throws IOException, InterruptedException {
        return ask("GET", "/actuator/prometheus").body().lines().toList();
    }

    /** Of the one measure that begins like this. */
    double measure(String beginning) throws IOException, InterruptedException {
        var found =
                measures().stream().filter(line -> line.startsWith(beginning)).toList();
        assertThat(found).as(beginning).hasSize(1);
        return Double.parseDouble(found.getFirst().substring(found.getFirst().lastIndexOf(' ')));
    }
}
