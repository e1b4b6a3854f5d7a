package feiyan.accounts;

import feiyan.accounts.Consent.How;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has agreed to, each purpose for itself, and since when no longer. */
@Component
public class Consents {

    static final String GUARDIAN = "consent.guardian";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ObjectProvider<ConsentFollower> followers;
    private final Transactions transactions;
    private final InstantSource clock;

    Consents(
            JdbcClient jdbc,
            FieldCipher cipher,
            ObjectProvider<ConsentFollower> followers,
            Transactions transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.followers = followers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Giving again what holds already changes nothing.
     *
     * @param notedBy who wrote it down for the person; null where the person did
     */
    public Outcome<PersonId> give(
            CountyId county, PersonId person, Purpose purpose, How how, @Nullable PersonId notedBy) {
        return give(county, person, purpose, how, notedBy, null);
    }

    /** @param guardian the name of whoever gives it for a minor */
    public Outcome<PersonId> give(
            CountyId county,
            PersonId person,
            Purpose purpose,
            How how,
            @Nullable PersonId notedBy,
            @Nullable String guardian) {
        return transactions.write(() -> {
            var id = Ids.next();
            var sealed = guardian == null ? null : cipher.seal(county, GUARDIAN, id, guardian.strip());
            insert(county, new UUID[] {id}, new UUID[] {person.value()}, purpose, how, notedBy, sealed);
            return Outcome.done(person);
        });
    }

    /** Many at once, in one statement: a register that is taken over with the papers that belong to it. */
    public Outcome<Integer> giveAll(
            CountyId county, Collection<PersonId> people, Purpose purpose, How how, @Nullable PersonId notedBy) {
        var ids = people.stream().map(person -> Ids.next()).toArray(UUID[]::new);
        return transactions.write(
                () -> Outcome.done(insert(county, ids, Accounts.values(people), purpose, how, notedBy, null)));
    }

    private int insert(
            CountyId county,
            UUID[] ids,
            UUID[] people,
            Purpose purpose,
            How how,
            @Nullable PersonId notedBy,
            byte @Nullable [] guardian) {
        return jdbc.sql("""
                        insert into consent (
                          county_id, id, person_id, purpose, text_version, given_at, given_how, noted_by, guardian)
                        select :county, given.id, given.person_id, :purpose, :version, :now, :how, :noted_by::uuid, :guardian
                        from unnest(:ids::uuid[], :people::uuid[]) as given (id, person_id)
                        on conflict (county_id, person_id, purpose) where withdrawn_at is null do nothing
                        """)
                .param("county", county.value())
                .param("ids", ids)
                .param("people", people)
                .param("purpose", purpose.code())
                .param("version", purpose.textVersion())
                .param("now", DbTime.of(clock.instant()))
                .param("how", how.code())
                .param("noted_by", notedBy == null ? null : notedBy.value().toString())
                .param("guardian", guardian, java.sql.Types.BINARY)
                .update();
    }

    /**
     * The row stays and says from when to when; whatever rested on the consent ends with it. Withdrawing what was never
     * given takes away what was held without it.
     */
    public Outcome<PersonId> withdraw(CountyId county, PersonId person, Purpose purpose, PersonId by) {
        return transactions.write(() -> {
            jdbc.sql("""
                            update consent set withdrawn_at = :now, withdrawn_by = :by
                            where county_id = :county and person_id = :person and purpose = :purpose
                              and withdrawn_at is null
                            """)
                    .param("county", county.value())
                    .param("person", person.value())
                    .param("purpose", purpose.code())
                    .param("by", by.value())
                    .param("now", DbTime.of(clock.instant()))
                    .update();
            followers.forEach(follower -> follower.withdrawn(county, person, purpose));
            return Outcome.done(person);
        });
    }

    public boolean has(CountyId county, PersonId person, Purpose purpose) {
        return jdbc.sql("""
                        select exists (
                          select 1 from consent
                          where county_id = :county and person_id = :person and purpose = :purpose
                            and withdrawn_at is null)
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .param("purpose", purpose.code())
                .query(Boolean.class)
                .single();
    }

    /** All of it, the latest first. */
    public List<Consent> history(CountyId county, PersonId person) {
        return jdbc.sql("""
                        select c.id, c.purpose, c.text_version, c.given_at, c.given_how, c.noted_by, c.guardian,
                          c.withdrawn_at
                        from consent c where c.county_id = :county and c.person_id = :person
                        order by c.given_at desc, c.id desc
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .query((row, number) -> consent(county, row))
                .list();
    }

    private Consent consent(CountyId county, ResultSet row) throws SQLException {
        var notedBy = row.getObject("noted_by", UUID.class);
        var guardian = row.getBytes("guardian");
        return new Consent(
                Purpose.of(row.getString("purpose")).orElseThrow(),
                row.getInt("text_version"),
                DbTime.read(row, "given_at"),
                How.valueOf(row.getString("given_how").toUpperCase(Locale.ROOT)),
                notedBy == null ? null : new PersonId(notedBy),
                guardian == null ? null : cipher.open(county, GUARDIAN, row.getObject("id", UUID.class), guardian),
                DbTime.readNullable(row, "withdrawn_at"));
    }
}
