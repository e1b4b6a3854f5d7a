package feiyan.messages;

import feiyan.accounts.Phone;
import feiyan.accounts.SmsFailed;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A provider that remembers what it sent, and has no network when a test says so. */
@TestConfiguration
public class SentTexts {

    record Sent(Phone to, String words, UUID once) {}

    final List<Sent> all = new CopyOnWriteArrayList<>();
    public volatile boolean offline;

    @Bean
    TextSender rememberingSender() {
        return (to, words, once) -> {
            if (offline) {
                throw new SmsFailed("no network", new IllegalStateException());
            }
            all.add(new Sent(to, words, once));
        };
    }

    List<String> to(Phone phone) {
        return all.stream()
                .filter(sent -> sent.to().equals(phone))
                .map(Sent::words)
                .toList();
    }
}
