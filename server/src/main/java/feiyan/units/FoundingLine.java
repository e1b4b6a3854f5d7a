package feiyan.units;

import feiyan.platform.StartLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where there is no county yet, the console says where to found one: whoever started the server may. */
@Component
class FoundingLine implements StartLine {

    private final Foundings foundings;
    private final MessageSource words;

    FoundingLine(Foundings foundings, MessageSource words) {
        this.foundings = foundings;
        this.words = words;
    }

    @Override
    public List<String> lines(String address) {
        return foundings
                .newLink()
                .map(token -> List.of(line(address + "/founding/" + token)))
                .orElse(List.of());
    }

    /** In both languages, since nobody has chosen one yet. */
    private String line(String link) {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(language -> words.getMessage("units.founding.start_line", new Object[] {link}, language))
                .collect(Collectors.joining("  |  "));
    }
}
