package feiyan.orders;

import feiyan.accounts.Limit;
import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.accounts.Throttles;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.units.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Numbers looked up at the counter: each is written down, and nobody goes through a telephone book. */
@Component
class PhoneLookUps {

    /** The page asks again while the need is being typed, so that a busy counter has many times its callers. */
    private static final List<Limit> LOOKING =
            List.of(new Limit(120, Duration.ofHours(1)), new Limit(500, Duration.ofDays(1)));

    private static final String REASON = "counter";

    private final Throttles throttles;
    private final SensitiveViews views;
    private final FieldCipher cipher;

    PhoneLookUps(Throttles throttles, SensitiveViews views, FieldCipher cipher) {
        this.throttles = throttles;
        this.views = views;
        this.cipher = cipher;
    }

    Outcome<Boolean> take(Actor actor) {
        return throttles.take("counter.look", actor.person().value().toString(), LOOKING);
    }

    /** A number that led to nobody, too, by a key that only whoever holds ours could tell from the number. */
    void record(Actor actor, Phone phone, Optional<PersonId> found) {
        views.record(
                actor.county(),
                actor.person().value(),
                found.isPresent() ? "person" : "phone_number",
                found.map(PersonId::value).orElseGet(() -> keyed(phone)),
                Set.of("phone"),
                REASON);
    }

    private UUID keyed(Phone phone) {
        return UUID.nameUUIDFromBytes(cipher.fingerprint("counter.look", phone.digits()));
    }
}
