package feiyan.privacy;

import feiyan.accounts.DataSheet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The copy as a document to read: the sections that have something in them, each row as names and values. */
final class PdfCopy implements DataSheet.Sink {

    /** A document that nobody would read to its end helps nobody: what is beyond stands in the file. */
    static final int ROWS = 300;

    /** For other programs only. */
    private static final Set<String> UNREAD = Set.of("id", "free_hours");

    private final StringBuilder html;
    private final DataWords words;
    private final Typeface letters;
    private String section = "";
    private int rows;

    PdfCopy(DataWords words, Typeface letters, String county, String madeAt) {
        this.words = words;
        this.letters = letters;
        this.html = new StringBuilder(start(words, county, madeAt));
    }

    private String start(DataWords words, String county, String madeAt) {
        var title = shown(words.say("mydata.copy.title"));
        return """
                <!DOCTYPE html><html lang="%s"><head><title>%s</title><meta name="description" content="%s"/>
                <meta name="author" content="%s"/><meta name="subject" content="%s"/><style>
                @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: '%s'; font-size: 9pt; } }
                body { font-family: '%s'; font-weight: normal; font-size: 10.5pt; line-height: 1.5; color: #000; }
                h1 { font-size: 20pt; font-weight: normal; } h2 { font-size: 14pt; font-weight: normal; margin: 14pt 0 4pt; page-break-after: avoid; }
                table { width: 100%%; border-collapse: collapse; margin-bottom: 6pt; page-break-inside: avoid; border-top: 0.5pt solid #888; }
                th { width: 30%%; text-align: left; font-weight: normal; color: #444; vertical-align: top; padding: 1pt 6pt 1pt 0; }
                td { vertical-align: top; padding: 1pt 0; word-wrap: break-word; white-space: pre-wrap; }
                </style></head><body><h1>%s</h1><p>%s</p><p>%s</p>
                """.formatted(
                        words.language(),
                        title,
                        title,
                        shown(county),
                        title,
                        Typeface.FAMILY,
                        Typeface.FAMILY,
                        title,
                        shown(words.say("mydata.copy.made", county, madeAt)),
                        shown(words.say("mydata.copy.rare")));
    }

    @Override
    public void begin(String name) {
        section = name;
        rows = 0;
    }

    @Override
    public void row(Map<String, @Nullable Object> fields) {
        rows++;
        if (rows == 1) {
            html.append("<h2>").append(shown(words.section(section))).append("</h2>");
        }
        if (rows <= ROWS) {
            html.append("<table>");
            fields.forEach(this::field);
            html.append("</table>");
        }
    }

    private void field(String name, @Nullable Object value) {
        if (value != null && !UNREAD.contains(name)) {
            html.append("<tr><th scope=\"row\">")
                    .append(shown(words.field(name)))
                    .append("</th><td>")
                    .append(shown(words.value(name, value)))
                    .append("</td></tr>");
        }
    }

    @Override
    public void end() {
        if (rows > ROWS) {
            html.append("<p>")
                    .append(shown(words.say("mydata.copy.more", rows - ROWS)))
                    .append("</p>");
        }
    }

    String html() {
        return html + "</body></html>";
    }

    private String shown(String text) {
        return HtmlUtils.htmlEscapeDecimal(letters.readable(text), "UTF-8");
    }
}
