package feiyan.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with a certificate of its own, open to everybody on the network. */
class OwnCertificateTest {

    private static final String NAME = "feiyan.example.cn";

    @TempDir
    static Path folder;

    private static int port;
    private static int portInClear;
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() throws Exception {
        port = free();
        portInClear = free();
        issue(1);
        server = new SpringApplicationBuilder(WebAlone.class)
                .run(
                        "--feiyan.gallery=true",
                        "--feiyan.data=" + folder.resolve("data"),
                        "--server.address=0.0.0.0",
                        "--server.port=" + port,
                        "--feiyan.http-port=" + portInClear,
                        "--feiyan.public-url=https://" + NAME + ":" + port,
                        "--feiyan.certificate=" + folder.resolve("chain.pem"),
                        "--feiyan.certificate-key=" + folder.resolve("key.pem"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int free() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** As whatever renews certificates does: the key first, then the chain, each in one go. */
    private static void issue(int serial) throws Exception {
        var store = folder.resolve("store" + serial + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + NAME + ", SERIALNUMBER=" + serial,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "keep-it-here")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance(store.toFile(), "keep-it-here".toCharArray());
        pem(
                "key.pem",
                "PRIVATE KEY",
                keys.getKey("a", "keep-it-here".toCharArray()).getEncoded());
        pem("chain.pem", "CERTIFICATE", keys.getCertificate("a").getEncoded());
    }

    private static void pem(String name, String kind, byte[] content) throws IOException {
        var text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
        var fresh = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static SSLSocket encrypted(int port) throws Exception {
        var everybody = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {everybody}, new SecureRandom());
        return (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    }

    private static String ask(Socket line, String path, String host) throws IOException {
        try (line) {
            line.setSoTimeout(20_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            line.getOutputStream().write(request.getBytes(ISO_8859_1));
            line.getOutputStream().flush();
            return new String(all(line.getInputStream()), ISO_8859_1);
        }
    }

    private static byte[] all(InputStream answer) throws IOException {
        return answer.readAllBytes();
    }

    @Test
    void underItsNameItAnswersWithWhatHttpsIsFor() throws Exception {
        var answer = ask(encrypted(port), "/gallery", NAME + ":" + port);
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer)
                .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains")
                .containsPattern("Set-Cookie: __Host-csrf=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");
        var language = ask(encrypted(port), "/gallery?lang=en", NAME + ":" + port);
        assertThat(language).containsPattern("Set-Cookie: __Host-view=en[^;]+; Path=/;[^\r]*Secure; HttpOnly");
    }

    @Test
    void aSessionOverHttpsHasANameThatNoNeighbourCanSet() throws Exception {
        var answer = ask(encrypted(port), "/gallery", NAME + ":" + port);
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie: ")))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).startsWith("Set-Cookie: __Host-").doesNotContain("Domain="));
    }

    @Test
    void onlyProtocolsAndCiphersThatAreRecommendedAreSpoken() throws Exception {
        assertThat(spoken("TLSv1.3", "TLS_AES_128_GCM_SHA256")).isEqualTo("TLS_AES_128_GCM_SHA256");
        assertThat(spoken("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        for (var weak : List.of(
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384")) {
            assertThatThrownBy(() -> spoken("TLSv1.2", weak)).as(weak).isInstanceOf(SSLException.class);
        }
    }

    private static String spoken(String protocol, String cipher) throws Exception {
        try (var line = encrypted(port)) {
            line.setSoTimeout(20_000);
            line.setEnabledProtocols(new String[] {protocol});
            line.setEnabledCipherSuites(new String[] {cipher});
            line.startHandshake();
            return line.getSession().getCipherSuite();
        }
    }

    @Test
    void underAnotherNameItDoesNotAnswer() throws Exception {
        assertThat(ask(encrypted(port), "/gallery", "evil.example")).startsWith("HTTP/1.1 421");
        assertThat(ask(encrypted(port), "/gallery", NAME)).as("another port").startsWith("HTTP/1.1 421");
    }

    @Test
    void inClearItSendsOnAndOnTheHttpsPortItRefuses() throws Exception {
        var answer = ask(
                new Socket(InetAddress.getLoopbackAddress(), portInClear), "/gallery?a=b", NAME + ":" + portInClear);
        assertThat(answer)
                .startsWith("HTTP/1.1 308")
                .contains("Location: https://" + NAME + ":" + port + "/gallery?a=b");
        assertThat(answer).doesNotContain("Set-Cookie");
        assertThat(ask(new Socket(InetAddress.getLoopbackAddress(), port), "/gallery", NAME))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aRenewedCertificateIsTakenUpWithoutARestart() throws Exception {
        assertThat(serial()).contains("SERIALNUMBER=1");
        issue(2);
        var patience = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!serial().contains("SERIALNUMBER=2") && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertThat(serial()).contains("SERIALNUMBER=2");
    }

    private static String serial() throws Exception {
        try (var line = encrypted(port)) {
            line.startHandshake();
            var shown = (X509Certificate) line.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName("RFC1779", Map.of("2.5.4.5", "SERIALNUMBER"));
        }
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(WebAlone.class)
                        .run(
                                "--feiyan.data=" + folder.resolve("data"),
                                "--feiyan.certificate=" + folder.resolve("none")))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.line()).contains("feiyan.certificate"));
    }
}
