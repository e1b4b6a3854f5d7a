package feiyan.supply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that opens a door lies in the repository. */
class SecretsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules");

    /** Written in two halves where they would find themselves. */
    private static final Map<String, Pattern> SECRETS = Map.of(
            "a private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE" + " KEY-----\\s+[A-Za-z0-9+/=\\s]{60,}"),
            "a token of ours", Pattern.compile("\\bfeiyan" + "_[0-9a-z]{1,13}_[0-9A-Za-z]{50,64}\\b"),
            "a webhook's secret", Pattern.compile("whsec" + "_[A-Za-z0-9+/]{43}="),
            "a cloud's key", Pattern.compile("\\b(?:AKIA|LTAI|AKID)" + "[0-9A-Za-z]{12,40}\\b"),
            "a code host's token", Pattern.compile("\\bgh[pousr]" + "_[0-9A-Za-z]{36}\\b"),
            "a password in an address",
                    Pattern.compile(
                            "\\b(?:jdbc:|https?://)\\S*(?::[^\\s:@/]+@|[?&]password=)(?!localhost|example\\.)\\S+"));

    @Test
    void nothingThatOpensADoorLiesInTheRepository() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (var file : files.filter(SecretsTest::isOurs).toList()) {
                secretsIn(file).forEach(what -> found.add(what + " in " + ROOT.relativize(file)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void eachKindWouldBeSeen() {
        var examples = Map.of(
                "a private key", "-----BEGIN PRIVATE" + " KEY-----\n" + "A".repeat(64),
                "a token of ours", "feiyan" + "_1a_" + "B".repeat(57),
                "a webhook's secret", "whsec" + "_" + "C".repeat(43) + "=",
                "a cloud's key", "AKIA" + "D".repeat(16),
                "a code host's token", "ghp" + "_" + "e".repeat(36),
                "a password in an address", "https://somebody" + ":hidden@county.cn/");
        examples.forEach((what, text) -> assertThat(secretsIn(text)).containsExactly(what));
        assertThat(examples.keySet()).isEqualTo(SECRETS.keySet());
    }

    private static boolean isOurs(Path file) {
        for (var part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(file);
    }

    private static List<String> secretsIn(Path file) throws IOException {
        try {
            return secretsIn(Files.readString(file, UTF_8));
        } catch (MalformedInputException noText) {
            return List.of();
        }
    }

    private static List<String> secretsIn(String text) {
        return SECRETS.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
