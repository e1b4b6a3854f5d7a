package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What was before, of a requester who was served more often than anybody counts. */
@FeiyanTest(properties = "feiyan.jobs=false")
class HistoriesTest {

    /** One each day, the first yesterday. */
    private static final int SERVICES = 169;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Histories histories;

    @Autowired
    private AppClock clock;

    @Test
    void ofARequesterWhoIsServedEachDayTheLatestVisitsCount() {
        var village = Village.in(house);
        new ManyPeople(village, clock.instant()).live(1, SERVICES);
        var requester = new PersonId(id("p1"));
        var yesterdays = new OrderId(id("o1"));
        var longAgo = new OrderId(id("o" + SERVICES));

        var before = histories.of(village.county, List.of(yesterdays, longAgo));

        assertThat(before.getOrDefault(longAgo, History.NONE).visitsOf(requester))
                .isEqualTo(VisitRows.MOST);
        assertThat(before.getOrDefault(longAgo, History.NONE).own()).contains(requester);
        assertThat(before.getOrDefault(yesterdays, History.NONE).visitsOf(requester))
                .as("what came of the order itself is not before it")
                .isEqualTo(VisitRows.MOST - 1);
    }

    /** As the rows are made. */
    private static UUID id(String mark) {
        try {
            var sum = MessageDigest.getInstance("MD5").digest(mark.getBytes(StandardCharsets.UTF_8));
            var hex = HexFormat.of().formatHex(sum);
            return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
