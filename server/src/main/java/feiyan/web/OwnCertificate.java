package feiyan.web;

import feiyan.platform.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * HTTPS by two PEM files: the certificate with its chain, and its key. Read anew whenever they change, so that whatever
 * renews them needs to restart nothing.
 */
class OwnCertificate implements EnvironmentPostProcessor, Ordered {

    private static final String CERTIFICATE = "feiyan.certificate";
    private static final String KEY = "feiyan.certificate-key";
    private static final String BUNDLE = "spring.ssl.bundle.pem.feiyan.";

    /** With forward secrecy and an authenticated cipher; the strongest first. */
    private static final String CIPHERS = String.join(
            ",",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        var certificate = settings.getProperty(CERTIFICATE, "");
        var key = settings.getProperty(KEY, "");
        if (certificate.isEmpty() && key.isEmpty()) {
            return;
        }
        settings.getPropertySources()
                .addLast(new MapPropertySource(
                        "own certificate",
                        Map.of(
                                "server.ssl.bundle",
                                "feiyan",
                                BUNDLE + "options.enabled-protocols",
                                "TLSv1.3,TLSv1.2",
                                BUNDLE + "options.ciphers",
                                CIPHERS,
                                BUNDLE + "reload-on-update",
                                "true",
                                BUNDLE + "keystore.certificate",
                                location(CERTIFICATE, certificate),
                                BUNDLE + "keystore.private-key",
                                location(KEY, key))));
    }

    private static String location(String setting, String file) {
        var path = Path.of(file).toAbsolutePath();
        if (file.isEmpty() || !Files.isReadable(path)) {
            throw new StartFailure("certificate_unreadable", setting, file);
        }
        return path.toUri().toString();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 2;
    }
}
