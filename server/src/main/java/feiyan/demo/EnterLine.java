package feiyan.demo;

import feiyan.platform.StartLine;
import feiyan.web.Reach;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The console says where to enter the demo county. */
@Component
@ConditionalOnBooleanProperty("feiyan.demo")
class EnterLine implements StartLine {

    private final Players players;
    private final Reach reach;
    private final MessageSource words;

    EnterLine(Players players, Reach reach, MessageSource words) {
        this.players = players;
        this.reach = reach;
        this.words = words;
    }

    @Override
    public List<String> lines(String address) {
        return reach.isThisMachineOnly() && players.areThere() ? List.of(line(address + "/enter")) : List.of();
    }

    /** In both languages, since nobody has chosen one yet. */
    private String line(String link) {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(language -> words.getMessage("demo.enter.start_line", new Object[] {link}, language))
                .collect(Collectors.joining("  |  "));
    }
}
