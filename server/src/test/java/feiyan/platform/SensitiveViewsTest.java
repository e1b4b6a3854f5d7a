package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.database.FeiyanTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class SensitiveViewsTest {

    private static final CountyId TANCHENG = new CountyId(371322);

    @Autowired
    SensitiveViews views;

    @Autowired
    JdbcClient db;

    private final UUID clerk = Ids.next();
    private final UUID order = Ids.next();

    @Test
    void tellsWhoSawWhatAndWhy() {
        views.record(TANCHENG, clerk, "service_order", order, Set.of("phone", "address"), "call back");
        var seen = seen(order);
        assertThat(seen.viewer()).isEqualTo(clerk);
        assertThat(seen.fields()).containsExactly("address", "phone");
        assertThat(seen.reason()).isEqualTo("call back");
    }

    @Test
    void recordsAWholeListAtOnce() {
        var people = List.of(Ids.next(), Ids.next(), Ids.next());
        views.record(TANCHENG, clerk, "person", people, Set.of("phone"), null);
        assertThat(people)
                .allSatisfy(person -> assertThat(seen(person).reason()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update sensitive_view set reason = 'other' where county_id = 371322",
                "delete from sensitive_view where county_id = 371322",
                "truncate sensitive_view"
            })
    void letsNobodyEditWhatWasSeen(String edit) {
        views.record(TANCHENG, clerk, "person", order, Set.of("phone"), null);
        assertThatThrownBy(() -> db.sql(edit).update()).rootCause().hasMessageContaining("permission denied");
    }

    private Seen seen(UUID subject) {
        return db.sql("""
                select viewer_id, fields, reason from sensitive_view
                where county_id = :county and subject_id = :subject
                """)
                .param("county", TANCHENG.value())
                .param("subject", subject)
                .query((row, index) -> new Seen(
                        row.getObject("viewer_id", UUID.class),
                        List.of((String[]) row.getArray("fields").getArray()),
                        row.getString("reason")))
                .single();
    }

    private record Seen(UUID viewer, List<String> fields, String reason) {}
}
