package feiyan.messages;

import static java.util.stream.Collectors.joining;

import feiyan.orders.GeneratedDoc;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes the page of the docs that says who is told what, and by which way. */
class MessagesDocTest {

    private static final String HEAD = """
            # Who is told what, and by which way

            Written by `MessagesDocTest` from `NoticeKind`, `Topic` and the bundles; do not edit. Every notice stands in
            the app; the bell rings at once in each open page of the reader. Nobody is told what they did themselves,
            and nobody twice however often an outbox row comes again.

            ## Text messages beside the app

            A person chooses per topic on `/messages/choices`: only in the app, as a text message too, or one text
            message a day. Where nobody chose:

            | topic | whose | signs in | never signed in, or reads in the elder view | may be chosen |
            |---|---|---|---|---|
            """;

    private static final String RULES = """

            - **Quiet hours**: outside the county's waking hours (policy `calendar.waking_hours`) a text message waits
              for the morning. It rings all the same for the *offer of an urgent order*, which is over in half an hour,
              and for a *change of a service that begins before the morning or within an hour of it*. Nothing else
              rings, urgent or not.
            - **Digest**: at the hour of policy `messages.digest_hour`; what would come after the service it is about
              goes out before. Several that one night or digest held become one message, and so do three or more at
              one moment; one alone says itself whole.
            - **Several requests**: the text message of an offer waits three to four minutes for others to the same
              person, and they leave as one that says how many there are and by when the first wants an answer; never
              into the night, and not at all where the order is urgent.
            - **Not sent**: what was read in the app in the meantime, an offer that was answered or whose deadline is
              over, what is told more than 36 hours late. A landline gets none.
            - **What it says**: what happened, why, what to do, whom to call; one message, at most 70 signs in Chinese
              or 160 of GSM-7 in English with the signature. Long names are cut with …; an English message bears the
              order's number where its alphabet cannot write the project's name. Never an address, a person's name or
              words of the need; of a confidential order the number alone, without the reason of a refusal.
            - **The link to rate** stands in the reminder of the requester alone, only where the house knows its own
              address (setting `feiyan.public-url`) and only where all of it fits into the one message.
            - **Followers** are told what the requester is told of `needs` and `needs_progress` (of complaints nothing),
              in the app only and in words of their own (`messages.family.<code>`), with the requester's name. Whether
              they still follow is asked when it is told and each time it is read; of confidential orders they hear
              nothing.
            - **How often**: planned in the transaction of the telling, once for each notice. A worker claims all that
              is due to one person, commits, sends, and notes how it ended, so no two workers have the same message. A
              worker that dies between sending and noting leaves a claim of five minutes; then it is sent again with
              the same id, which the provider may refuse to send twice: at least once, twice only after such a death.
              A failure is tried again after 1, 3, 9, 27 and 81 minutes, and then shown to the center's administrators
              on `/admin/outbox`, who may try it again.

            ## A new kind

            A constant in `NoticeKind` (its topic, and whether it may ring at night), and in both languages the
            sentences `messages.notice.<code>`, `messages.text.<code>` and `messages.short.<code>` (with `.undated`
            where a time {1} may be missing, `.<reason>` where a reason has words of its own), and
            `messages.family.<code>` where followers hear of it, in any bundle. Who hears of it stands in the
            `OutboxHandler` that calls `NoticeRows.tell`. Tests ask for each of these, and
            this page shows it.

            ## The kinds

            | kind | whose | what it says, for “Haircut” | topic | by default | rings at night |
            |---|---|---|---|---|---|
            """;

    @Test
    void theTablesInTheDocsAreThoseOfTheCode() throws IOException {
        GeneratedDoc.holds("messages.md", HEAD + topics() + RULES + kinds(AllWords.in("en")));
    }

    private static String topics() {
        return Stream.of(Topic.values())
                .map(topic -> row(
                        topic.code(),
                        whose(topic),
                        way(topic.standard(true)),
                        way(topic.standard(false)),
                        topic.ways().stream().map(MessagesDocTest::way).collect(joining(", "))))
                .collect(joining());
    }

    private static String kinds(Properties words) {
        return Stream.of(NoticeKind.values())
                .map(kind -> row(
                        "`" + kind.code() + "`",
                        whose(kind.topic()),
                        sentence(kind, words),
                        kind.topic().code(),
                        byDefault(kind.topic()),
                        rings(kind.atNight())))
                .collect(joining());
    }

    private static String sentence(NoticeKind kind, Properties words) {
        var text = Objects.requireNonNull(words.getProperty("messages.notice." + kind.code()));
        return MessageFormat.format(text, "“Haircut”", "28 Oct, 10:00", "27 Oct, 18:00", "", "Lijia", "60", "40");
    }

    private static String byDefault(Topic topic) {
        var signsIn = topic.standard(true);
        var other = topic.standard(false);
        return signsIn == other ? way(signsIn) : way(signsIn) + "; " + way(other) + " for who does not read there";
    }

    private static String whose(Topic topic) {
        return switch (topic) {
            case NEEDS, NEEDS_PROGRESS -> "requester, and the swallow volunteer who ordered for them";
            case FAMILY -> "whom it concerns";
            case OFFERS -> "volunteer asked, or the leader of the team asked";
            case SERVICES, SERVICES_PROGRESS -> "seat holder, leader, whoever was asked";
            case DESK -> "staff of the unit, or its administrators";
        };
    }

    private static String way(Way way) {
        return switch (way) {
            case APP -> "app";
            case TEXT -> "app + text message";
            case DIGEST -> "app + daily digest";
        };
    }

    private static String rings(AtNight atNight) {
        return switch (atNight) {
            case WAITS -> "–";
            default ->
                atNight.name().toLowerCase(Locale.ROOT).replace("rings_", "").replace('_', ' ');
        };
    }

    private static String row(String... cells) {
        return List.of(cells).stream().collect(joining(" | ", "| ", " |\n"));
    }
}
