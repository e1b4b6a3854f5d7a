package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.messages.TextFold.Letter;
import feiyan.messages.TextFold.Told;
import feiyan.messages.TextQueue.Claimed;
import feiyan.platform.CountyId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes letters of what was claimed for somebody, in their language. */
@Component
class TextWriting {

    private final TextQueue queue;
    private final NoticeBook book;
    private final Readers readers;
    private final StationNumbers numbers;
    private final TextWords words;
    private final InstantSource clock;

    TextWriting(
            TextQueue queue,
            NoticeBook book,
            Readers readers,
            StationNumbers numbers,
            TextWords words,
            InstantSource clock) {
        this.queue = queue;
        this.book = book;
        this.readers = readers;
        this.numbers = numbers;
        this.words = words;
        this.clock = clock;
    }

    /** What was read in the app, or comes too late to act on, ends here. */
    List<Letter> letters(CountyId county, List<Claimed> claimed) {
        var notices = book.of(county, claimed.stream().map(Claimed::notice).toList());
        var now = clock.instant();
        var news = new ArrayList<Told>();
        for (var each : claimed) {
            var told = new Told(each, Objects.requireNonNull(notices.get(each.notice())));
            told.ending(now).ifPresentOrElse(how -> queue.end(county, List.of(each), how, now), () -> news.add(told));
        }
        return TextFold.letters(news);
    }

    String words(CountyId county, PersonId person, Letter letter) {
        var language = Locale.forLanguageTag(readers.of(county, person).language());
        return words.say(letter.notices(), numbers.of(county, person).orElse(null), language);
    }
}
