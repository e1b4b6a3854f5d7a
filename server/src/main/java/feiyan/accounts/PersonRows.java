package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes persons, one or thousands alike: one batch, then one look-up of those whose phone was known already. */
@Component
class PersonRows {

    static final String PHONE = "person.phone";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PersonRows(JdbcTemplate batches, JdbcClient jdbc, FieldCipher cipher) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** @param key null for a landline: a household or an office shares it */
    private record Row(
            PersonId id, NewPerson person, @Nullable PhoneKey key) {}

    List<PersonId> insert(CountyId county, List<NewPerson> people, Instant now) {
        var rows = people.stream().map(this::row).toList();
        var at = DbTime.of(now);
        giveWay(county, rows);
        batches.batchUpdate(
                """
                insert into person (county_id, id, name, phone_key, phone_sealed, created_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (county_id, phone_key) do nothing
                """, rows.stream().map(row -> columns(county, row, at)).toList());
        var known = byKey(county, rows);
        return rows.stream()
                .map(row -> row.key == null ? row.id : Objects.requireNonNull(known.get(row.key)))
                .toList();
    }

    /**
     * A number that was only claimed stands for the name it was claimed under: where a counter registers somebody else
     * with it, it is theirs.
     */
    private void giveWay(CountyId county, List<Row> rows) {
        var claimed = claimed(county, rows);
        var others = rows.stream()
                .filter(row -> row.key != null && claimed.containsKey(row.key))
                .filter(row -> !row.person.name().equals(claimed.get(row.key)))
                .map(row -> Objects.requireNonNull(row.key).bytes())
                .toArray(byte[][]::new);
        if (others.length > 0) {
            jdbc.sql("update person set phone_key = null where county_id = :county and phone_key = any(:keys)")
                    .param("county", county.value())
                    .param("keys", others)
                    .update();
        }
    }

    private Map<PhoneKey, String> claimed(CountyId county, List<Row> rows) {
        var names = new HashMap<PhoneKey, String>();
        jdbc.sql("""
                        select phone_key, name from person
                        where county_id = :county and phone_key = any(:keys) and account_id in (%s)
                        """.formatted(Claims.OPEN))
                .param("county", county.value())
                .param("keys", keys(rows))
                .query(row -> {
                    names.put(PhoneKey.ofBytes(row.getBytes("phone_key")), row.getString("name"));
                });
        return names;
    }

    private static byte[][] keys(List<Row> rows) {
        return rows.stream()
                .map(Row::key)
                .filter(Objects::nonNull)
                .map(PhoneKey::bytes)
                .toArray(byte[][]::new);
    }

    private Row row(NewPerson person) {
        var phone = person.phone();
        var key = phone == null || !phone.isMobile() ? null : PhoneKey.of(cipher, phone);
        return new Row(new PersonId(Ids.next()), person, key);
    }

    private @Nullable Object[] columns(CountyId county, Row row, OffsetDateTime at) {
        var id = row.id.value();
        var phone = row.person.phone();
        return new @Nullable Object[] {
            county.value(),
            id,
            row.person.name(),
            row.key == null ? null : row.key.bytes(),
            phone == null ? null : cipher.seal(county, PHONE, id, phone.digits()),
            at
        };
    }

    private Map<PhoneKey, PersonId> byKey(CountyId county, List<Row> rows) {
        var known = new HashMap<PhoneKey, PersonId>();
        jdbc.sql("select id, phone_key from person where county_id = :county and phone_key = any(:keys)")
                .param("county", county.value())
                .param("keys", keys(rows))
                .query(row -> {
                    known.put(
                            PhoneKey.ofBytes(row.getBytes("phone_key")), new PersonId(row.getObject("id", UUID.class)));
                });
        return known;
    }
}
