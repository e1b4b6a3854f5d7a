package feiyan.web;

import feiyan.platform.AddressBlock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Somebody behind a proxy, as the proxy tells.
 *
 * @param address where they are
 * @param encrypted whether they came to the proxy over HTTPS
 * @param host and port: whom they asked for
 */
record Visitor(String address, boolean encrypted, String host, int port) {

    /** Who came through how many hands: read from the nearest, the first who is no proxy of ours is the visitor. */
    static Optional<Visitor> told(HttpServletRequest request, Reach reach) {
        return switch (reach.dialect()) {
            case FORWARDED -> standard(request, reach);
            case X_FORWARDED -> customary(request, reach);
        };
    }

    private static Optional<Visitor> standard(HttpServletRequest request, Reach reach) {
        var hops = ForwardedHeader.parse(all(request, "Forwarded"));
        var addresses = hops.stream()
                .map(hop -> hop.getOrDefault("for", ""))
                .map(Visitor::address)
                .toList();
        return visitor(addresses, reach).stream().boxed().findFirst().flatMap(at -> {
            var hop = hops.get(at);
            var host = hop.getOrDefault("host", Optional.ofNullable(request.getHeader("Host")).orElse(""));
            return of(addresses.get(at), hop.getOrDefault("proto", ""), host);
        });
    }

    private static Optional<Visitor> customary(HttpServletRequest request, Reach reach) {
        var addresses = list(all(request, "X-Forwarded-For")).stream().map(Visitor::address).toList();
        var hosts = list(all(request, "X-Forwarded-Host"));
        var protocols = list(all(request, "X-Forwarded-Proto"));
        var host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        return visitor(addresses, reach).stream().boxed().findFirst().flatMap(at -> of(
                addresses.get(at), beside(at, addresses, protocols, ""), beside(at, addresses, hosts, host)));
    }

    private static OptionalInt visitor(List<String> addresses, Reach reach) {
        return IntStream.iterate(addresses.size() - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> !reach.proxies().contain(addresses.get(at)))
                .findFirst();
    }

    /** Told for each hand, or once, by the nearest. */
    private static String beside(int at, List<String> addresses, List<String> told, String otherwise) {
        return told.isEmpty() ? otherwise : told.size() == addresses.size() ? told.get(at) : told.getLast();
    }

    private static Optional<Visitor> of(String address, String protocol, String host) {
        if (AddressBlock.address(address).isEmpty()) {
            return Optional.empty();
        }
        var name = host.replaceFirst(":\\d{1,5}$", "");
        var encrypted = protocol.toLowerCase(Locale.ROOT).equals("https");
        var port = name.length() == host.length() ? 0 : Integer.parseInt(host.substring(name.length() + 1));
        return Optional.of(new Visitor(address, encrypted, name, port > 0 ? port : encrypted ? 443 : 80));
    }

    /** Without a port; IPv6 stands in brackets where it has one. */
    private static String address(String node) {
        var bare = node.startsWith("[") && node.indexOf(']') > 0 ? node.substring(1, node.indexOf(']')) : node;
        return bare.matches("[^:]+:\\d{1,5}") ? bare.substring(0, bare.indexOf(':')) : bare;
    }

    private static String all(HttpServletRequest request, String header) {
        return String.join(",", Collections.list(request.getHeaders(header)));
    }

    private static List<String> list(String header) {
        return header.isBlank()
                ? List.of()
                : Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    }
}
