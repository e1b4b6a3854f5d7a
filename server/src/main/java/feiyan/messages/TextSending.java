package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.messages.TextFold.Letter;
import feiyan.messages.TextQueue.Ending;
import feiyan.platform.Closing;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Tenants;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the text messages that are due, person by person. Any number of instances may run it. */
@Component
public class TextSending {

    /** With the waits below: given up after about two hours. */
    static final int ATTEMPTS = 6;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int PEOPLE_AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(TextSending.class);

    private final ObjectProvider<TextSender> senders;
    private final TextQueue queue;
    private final TextWriting writing;
    private final Persons persons;
    private final Policies policies;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Closing closing;

    TextSending(
            ObjectProvider<TextSender> senders,
            TextQueue queue,
            TextWriting writing,
            Persons persons,
            Policies policies,
            Tenants tenants,
            InstantSource clock,
            Closing closing) {
        this.senders = senders;
        this.queue = queue;
        this.writing = writing;
        this.persons = persons;
        this.policies = policies;
        this.tenants = tenants;
        this.clock = clock;
        this.closing = closing;
    }

    /** What is due in all counties. One county's trouble does not keep the others waiting. */
    @Scheduled(fixedDelayString = "${feiyan.texts.every:2s}")
    public void send() {
        var sender = senders.getIfAvailable();
        if (sender != null) {
            for (var county : tenants.all()) {
                try {
                    sendDue(county, sender);
                } catch (RuntimeException failure) {
                    LOG.error("Text messages of county {} were interrupted; they come again", county, failure);
                }
            }
        }
    }

    /** A server that is stopped stops between two people: whoever is not claimed yet comes with the next one. */
    private void sendDue(CountyId county, TextSender sender) {
        List<PersonId> due;
        do {
            due = queue.dueTo(county, clock.instant(), PEOPLE_AT_ONCE);
            due.stream().takeWhile(person -> !closing.begun()).forEach(person -> sendTo(county, person, sender));
        } while (due.size() == PEOPLE_AT_ONCE && !closing.begun());
    }

    private void sendTo(CountyId county, PersonId person, TextSender sender) {
        var claimed = queue.claim(county, person, clock.instant());
        if (claimed.isEmpty()) {
            return;
        }
        var phone = persons.phone(county, person, person, null).filter(Phone::isMobile);
        if (phone.isEmpty()) {
            queue.end(county, claimed, Ending.NO_MOBILE, clock.instant());
            return;
        }
        for (var letter : writing.letters(county, claimed)) {
            send(county, person, phone.get(), letter, sender);
        }
    }

    private void send(CountyId county, PersonId person, Phone phone, Letter letter, TextSender sender) {
        try {
            sender.send(phone, writing.words(county, person, letter), letter.once());
            queue.end(county, letter.claimed(), Ending.SENT, clock.instant());
        } catch (RuntimeException failure) {
            putOff(county, letter, failure);
        }
    }

    /** A minute, then three times as long each time, and never into the night unless the message may ring then. */
    private void putOff(CountyId county, Letter letter, RuntimeException failure) {
        var attempts = letter.attempts();
        if (attempts >= ATTEMPTS) {
            LOG.error("Text message {} given up after {} attempts: {}", letter.once(), attempts, kind(failure));
            queue.end(county, letter.claimed(), Ending.GIVEN_UP, clock.instant());
        } else {
            var next = clock.instant().plus(FIRST_WAIT.multipliedBy((long) Math.pow(3, attempts - 1)));
            var due =
                    letter.pierces() ? next : QuietHours.of(policies.of(county)).awake(next);
            LOG.warn("Text message {} failed, comes again at {}: {}", letter.once(), due, kind(failure));
            queue.postpone(county, letter.claimed(), due);
        }
    }

    /** A provider's own words may name the phone, and no log ever shows one. */
    private static String kind(RuntimeException failure) {
        return failure.getClass().getName();
    }
}
