package feiyan.accounts;

import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts tries at a phone in lanes, so that one who hammers at it closes the own lane and no other: the owner's own
 * browser counts for itself; everybody else by the network they come from, strictly for this phone and generously for
 * all phones, since a village shares one; and all strangers together up to what no guesser could use.
 */
@Component
class Lanes {

    /** Guessers who come from many networks: 300 tries a day find no password that the rules let pass. */
    static final List<Limit> ALL_STRANGERS =
            List.of(new Limit(60, Duration.ofHours(1)), new Limit(300, Duration.ofHours(24)));

    /** One network, whichever phones: 300 clerks of a county office come to work at eight. */
    static final List<Limit> ONE_NETWORK = List.of(new Limit(600, Duration.ofHours(1)));

    private final KnownDevices devices;
    private final Throttles throttles;
    private final Transactions transactions;

    Lanes(KnownDevices devices, Throttles throttles, Transactions transactions) {
        this.devices = devices;
        this.throttles = throttles;
        this.transactions = transactions;
    }

    /** Counts a guess at a secret, or refuses with the minutes to wait. */
    Outcome<Boolean> guess(String purpose, Phone phone, Visit visit) {
        var own = lane(purpose, phone, visit);
        return own.known
                ? throttles.take(own.purpose, own.who, Limit.GROWING_WAIT)
                : orProve(transactions.write(() -> throttles
                        .take(purpose + ".network", visit.network(), ONE_NETWORK)
                        .then(taken -> throttles.take(own.purpose, own.who, Limit.GROWING_WAIT))
                        .then(taken -> throttles.take(purpose + ".all", phone.digits(), ALL_STRANGERS))));
    }

    /** Whoever has the phone in hand need not wait for others to stop: a code by text message makes the device known. */
    private static Outcome<Boolean> orProve(Outcome<Boolean> outcome) {
        return outcome instanceof Outcome.Refused<Boolean>(var refusal)
                ? Outcome.refused("throttle.wait_or_prove", refusal.args().toArray())
                : outcome;
    }

    /** After the right answer the wrong ones before it, by the same lane, no longer count. */
    void forget(String purpose, Phone phone, Visit visit) {
        var own = lane(purpose, phone, visit);
        throttles.forget(own.purpose, own.who);
    }

    boolean isKnown(Phone phone, Visit visit) {
        return devices.knows(phone, visit.device());
    }

    private record Own(String purpose, String who, boolean known) {}

    private Own lane(String purpose, Phone phone, Visit visit) {
        return isKnown(phone, visit)
                ? new Own(purpose + ".device", phone.digits() + " " + visit.device(), true)
                : new Own(purpose + ".here", phone.digits() + " " + visit.network(), false);
    }
}
