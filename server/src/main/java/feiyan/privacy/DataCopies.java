package feiyan.privacy;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import feiyan.accounts.Disclosures;
import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Counties;
import feiyan.units.County;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is held about a person, for the person: as a file, and as a document to read or print. */
@Service
public class DataCopies {

    /** A document is laid out in memory: so many at a time, the others wait their turn. */
    private static final int AT_ONCE = 2;

    private final Disclosures disclosures;
    private final Counties counties;
    private final JsonMapper mapper;
    private final MessageSource messages;
    private final Typeface letters;
    private final InstantSource clock;

    static {
        // It would tell of every style sheet that it read.
        XRLog.setLoggingEnabled(false);
    }

    private final Semaphore documents = new Semaphore(AT_ONCE, true);
    private final Set<Whose> underWay = ConcurrentHashMap.newKeySet();

    DataCopies(
            Disclosures disclosures,
            Counties counties,
            JsonMapper mapper,
            MessageSource messages,
            Typeface letters,
            InstantSource clock) {
        this.disclosures = disclosures;
        this.counties = counties;
        this.mapper = mapper;
        this.messages = messages;
        this.letters = letters;
        this.clock = clock;
    }

    /** For another program; the shape is documented and keeps. */
    public Outcome<DataCopy> json(Actor actor) throws IOException {
        return made(actor, out -> {
            try (var copy = new JsonCopy(mapper, out, county(actor), clock.instant())) {
                disclosures.tell(actor.county(), actor.person(), copy);
            }
        });
    }

    /** For people, tagged for those who have it read aloud. */
    public Outcome<DataCopy> pdf(Actor actor, Locale language) throws IOException {
        return made(actor, out -> {
            documents.acquireUninterruptibly();
            try {
                var words = new DataWords(messages, language);
                var copy = new PdfCopy(words, letters, county(actor), words.moment(clock.instant()));
                disclosures.tell(actor.county(), actor.person(), copy);
                render(copy.html(), out);
            } finally {
                documents.release();
            }
        });
    }

    private interface Making {
        void into(OutputStream out) throws IOException;
    }

    private record Whose(CountyId county, PersonId person) {}

    /**
     * Wholly made before the first byte goes out: whoever reads slowly holds neither a connection to the database nor
     * the turn of another. One at a time for each person: refused as {@code copy.under_way}.
     */
    private Outcome<DataCopy> made(Actor actor, Making making) throws IOException {
        var whose = new Whose(actor.county(), actor.person());
        if (!underWay.add(whose)) {
            return Outcome.refused("copy.under_way");
        }
        var copy = new Spool();
        boolean made = false;
        try {
            making.into(copy);
            made = true;
            return Outcome.done(new DataCopy(copy, () -> underWay.remove(whose)));
        } finally {
            if (!made) {
                underWay.remove(whose);
                copy.discard();
            }
        }
    }

    private void render(String html, OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFont(letters::open, Typeface.FAMILY, 400, FontStyle.NORMAL, true)
                .withHtmlContent(html, null)
                .withProducer("Feiyan")
                .toStream(out)
                .run();
    }

    private String county(Actor actor) {
        return counties.find(actor.county()).map(County::name).orElse("");
    }
}
