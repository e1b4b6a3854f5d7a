package feiyan.platform.database;

import feiyan.platform.AddressBlock;
import feiyan.platform.StartFailure;
import java.net.InetAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The line to a database on another machine. All that Feiyan knows goes over it, and left to itself the driver takes a
 * line in clear where the other side offers nothing better: so it is encrypted, or there is no start.
 */
final class DatabaseLine {

    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    private DatabaseLine() {}

    /** @param ours whether the operator said that nobody else is on the line */
    static void mustBeEncrypted(String url, boolean ours) {
        var read = read(url);
        var hosts = read.getOrDefault("PGHOST", "localhost");
        if (!ours && !isThisMachine(hosts) && !isEncrypted(read)) {
            throw new StartFailure("database_in_clear", hosts);
        }
    }

    /**
     * How long the pool waits for the other side, where the address says nothing else. A database that went down with
     * its machine says nothing at all: left to itself the driver would wait for ever, and everybody with it.
     */
    static Properties patience() {
        var patience = new Properties();
        patience.setProperty("connectTimeout", "5");
        // Longer than any statement of a page or a job takes.
        patience.setProperty("socketTimeout", "60");
        patience.setProperty("tcpKeepAlive", "true");
        // Of several servers: a standby may be the primary two seconds later.
        patience.setProperty("hostRecheckSeconds", "2");
        return patience;
    }

    /** As the driver reads it. What is no address for it is told by whoever tries to connect: nothing is read here. */
    private static Map<String, String> read(String url) {
        var read = new HashMap<String, String>();
        try {
            for (var each : DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
                if (each.value != null) {
                    read.put(each.name, each.value);
                }
            }
        } catch (SQLException noAddress) {
            read.clear();
        }
        return read;
    }

    private static boolean isThisMachine(String hosts) {
        return Stream.of(hosts.split(",")).allMatch(DatabaseLine::isLoopback);
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || AddressBlock.address(host.replaceAll("[\\[\\]]", ""))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /** {@code ssl} alone stands for the strictest mode; where a mode is named it is the one that counts. */
    private static boolean isEncrypted(Map<String, String> read) {
        var mode = read.get("sslmode");
        return mode == null
                ? Set.of("true", "").contains(read.getOrDefault("ssl", "false"))
                : ENCRYPTED.contains(mode.toLowerCase(Locale.ROOT));
    }
}
