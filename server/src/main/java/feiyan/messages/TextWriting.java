package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.messages.TextFold.Letter;
import feiyan.messages.TextFold.Told;
import feiyan.messages.TextQueue.Claimed;
import feiyan.orders.RatingLinks;
import feiyan.platform.CountyId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes letters of what was claimed for somebody, in their language. */
@Component
class TextWriting {

    private final TextQueue queue;
    private final NoticeBook book;
    private final Readers readers;
    private final StationNumbers numbers;
    private final RatingLinks ratings;
    private final TextWords words;
    private final String publicUrl;
    private final InstantSource clock;

    TextWriting(
            TextQueue queue,
            NoticeBook book,
            Readers readers,
            StationNumbers numbers,
            RatingLinks ratings,
            TextWords words,
            @Value("${feiyan.public-url:}") String publicUrl,
            InstantSource clock) {
        this.queue = queue;
        this.book = book;
        this.readers = readers;
        this.numbers = numbers;
        this.ratings = ratings;
        this.words = words;
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
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
        var link = link(county, person, letter).orElse(null);
        return words.say(letter.notices(), numbers.of(county, person).orElse(null), link, language);
    }

    /** To rate without signing in; only where the house knows by which address it is reached from outside. */
    private Optional<String> link(CountyId county, PersonId person, Letter letter) {
        var notice = letter.notices().getFirst();
        var order = notice.order();
        return publicUrl.isBlank() || notice.kind() != NoticeKind.RATING_CLOSES || order == null
                ? Optional.empty()
                : ratings.of(county, order.id(), person).map(path -> publicUrl + path);
    }
}
