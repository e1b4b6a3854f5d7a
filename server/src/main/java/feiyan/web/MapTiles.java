package feiyan.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The server that draws the ground of our maps, where there is one. None is needed: then no page asks anybody but us,
 * and an installation without the internet has the same map.
 */
@Component
public class MapTiles {

    /** By what the tiles are drawn. Chinese services shift theirs (GCJ-02); everybody else's are the earth's. */
    public enum Datum {
        WGS84,
        GCJ02
    }

    /** A path of this server, or one other host. What stands in it comes into a header: nothing but a plain name. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(?<host>https?://(?:[A-Za-z0-9.-]|\\{s})+(?::\\d{1,5})?)?/(?!/)[^\\s'\"<>;,\\\\]*");

    private static final String IMAGES = "img-src 'self' data: blob:";
    private static final String SUBDOMAIN = "{s}";

    private final String template;
    private final List<String> subdomains;
    private final String attribution;
    private final Datum datum;

    MapTiles(
            @Value("${feiyan.map.tiles:}") String template,
            @Value("${feiyan.map.subdomains:}") List<String> subdomains,
            @Value("${feiyan.map.attribution:}") String attribution,
            @Value("${feiyan.map.datum:wgs84}") String datum) {
        this.template = template.strip();
        this.subdomains = List.copyOf(subdomains);
        this.attribution = attribution.strip();
        this.datum = Datum.valueOf(datum.strip().toUpperCase(Locale.ROOT));
        if (given()) {
            check();
        }
    }

    private void check() {
        boolean whole = TEMPLATE.matcher(template).matches()
                && List.of("{z}", "{x}", "{y}").stream().allMatch(template::contains);
        if (!whole) {
            throw new IllegalArgumentException("feiyan.map.tiles is no address of tiles with {z}, {x} and {y}");
        }
        if (template.contains(SUBDOMAIN) == subdomains.isEmpty()
                || !subdomains.stream().allMatch(one -> one.matches("[A-Za-z0-9-]+"))) {
            throw new IllegalArgumentException("feiyan.map.subdomains: those that stand for {s}, 1,2,3 say; else none");
        }
    }

    public boolean given() {
        return !template.isEmpty();
    }

    /** As Leaflet reads it: {@code https://tiles.example/{z}/{x}/{y}.png}. */
    public String template() {
        return template;
    }

    public List<String> subdomains() {
        return subdomains;
    }

    /** Whose picture it is, as its owner wants it said. */
    public String attribution() {
        return attribution;
    }

    public Datum datum() {
        return given() ? datum : Datum.WGS84;
    }

    /** The policy of our pages, with pictures from exactly those hosts. */
    String allowedBy(String policy) {
        var hosts = hosts();
        return hosts.isEmpty() ? policy : policy.replace(IMAGES, IMAGES + " " + String.join(" ", hosts));
    }

    private List<String> hosts() {
        var read = TEMPLATE.matcher(template);
        var host = read.matches() ? read.group("host") : null;
        if (host == null) {
            return List.of();
        }
        return subdomains.isEmpty()
                ? List.of(host)
                : subdomains.stream().map(one -> host.replace(SUBDOMAIN, one)).collect(Collectors.toList());
    }
}
