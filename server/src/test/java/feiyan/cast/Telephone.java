package feiyan.cast;

import feiyan.accounts.Phone;
import feiyan.accounts.SmsSender;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;

/** Where text messages arrive: import it, and sign-in by a code is set up. */
@TestConfiguration
public class Telephone implements SmsSender {

    /** @param first what stands in the message: of a code, the code */
    public record Text(Phone to, String key, String first) {}

    private final List<Text> texts = new CopyOnWriteArrayList<>();

    @Override
    public void send(Phone to, String key, Object... args) {
        texts.add(new Text(to, key, args[0].toString()));
    }

    /** The latest to this phone. */
    public String code(Phone phone) {
        return Objects.requireNonNull(last(phone)).first();
    }

    public Text last(Phone phone) {
        return texts.stream()
                .filter(text -> text.to().equals(phone))
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
