package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has agreed to, each purpose for itself, and since when no longer. */
@Component
public class Consents {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;

    Consents(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Giving again what holds already changes nothing.
     *
     * @param how it was given: {@code page}, {@code paper}, {@code spoken}
     * @param notedBy who wrote it down for the person; null where the person did
     */
    public Outcome<PersonId> give(
            CountyId county, PersonId person, String purpose, String how, @Nullable PersonId notedBy) {
        return transactions.write(() -> {
            if (!has(county, person, purpose)) {
                insert(county, person, purpose, how, notedBy);
            }
            return Outcome.done(person);
        });
    }

    private void insert(CountyId county, PersonId person, String purpose, String how, @Nullable PersonId notedBy) {
        jdbc.sql("""
                        insert into consent (county_id, id, person_id, purpose, given_at, given_how, noted_by)
                        values (:county, :id, :person, :purpose, :now, :how, :noted_by)
                        """)
                .param("county", county.value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("purpose", purpose)
                .param("now", DbTime.of(clock.instant()))
                .param("how", how)
                .param("noted_by", notedBy == null ? null : notedBy.value())
                .update();
    }

    /** The row stays and says from when to when; withdrawing what was never given changes nothing. */
    public Outcome<PersonId> withdraw(CountyId county, PersonId person, String purpose) {
        return transactions.write(() -> {
            jdbc.sql("""
                            update consent set withdrawn_at = :now
                            where county_id = :county and person_id = :person and purpose = :purpose
                              and withdrawn_at is null
                            """)
                    .param("county", county.value())
                    .param("person", person.value())
                    .param("purpose", purpose)
                    .param("now", DbTime.of(clock.instant()))
                    .update();
            return Outcome.done(person);
        });
    }

    public boolean has(CountyId county, PersonId person, String purpose) {
        return jdbc.sql("""
                        select exists (
                          select 1 from consent
                          where county_id = :county and person_id = :person and purpose = :purpose
                            and withdrawn_at is null)
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .param("purpose", purpose)
                .query(Boolean.class)
                .single();
    }
}
