package feiyan.accounts;

import feiyan.platform.StartLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Nobody forgets that the emergency way in is open. */
@Component
class StaffNetworksLine implements StartLine {

    private final StaffNetworks networks;
    private final MessageSource words;

    StaffNetworksLine(StaffNetworks networks, MessageSource words) {
        this.networks = networks;
        this.words = words;
    }

    @Override
    public List<String> lines(String address) {
        return networks.areAsked() ? List.of() : List.of(line());
    }

    /** In both languages, since nobody has chosen one yet. */
    private String line() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(language -> words.getMessage("sessions.networks.off", null, language))
                .collect(Collectors.joining("  |  "));
    }
}
