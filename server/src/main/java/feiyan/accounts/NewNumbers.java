package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody has a new mobile phone. The account signs in with it from now on, in whichever county. */
@Component
public class NewNumbers {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final SignInCodes codes;
    private final Transactions transactions;

    NewNumbers(JdbcClient jdbc, FieldCipher cipher, SignInCodes codes, Transactions transactions) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.codes = codes;
        this.transactions = transactions;
    }

    /**
     * Refused as {@code phone.taken} where somebody else is known under the number already: it may be the same human
     * being, registered at a counter, but that is for the station to find out.
     */
    public Outcome<Phone> change(CountyId county, PersonId person, AccountId account, Phone phone, String code) {
        // Outside the transaction: a wrong code must stay counted.
        return codes.prove(phone, account.value(), code)
                .then(proven -> transactions.write(() -> {
                    account(account, proven);
                    person(county, person, proven);
                    return Outcome.done(proven);
                }));
    }

    private void account(AccountId account, Phone phone) {
        jdbc.sql("update account set phone_key = :key, phone_sealed = :sealed where id = :account")
                .param("account", account.value())
                .param("key", PhoneKey.of(cipher, phone).bytes())
                .param("sealed", cipher.seal(null, AccountRows.PHONE, account.value(), phone.digits()))
                .update();
    }

    private void person(CountyId county, PersonId person, Phone phone) {
        jdbc.sql("""
                        update person set phone_key = :key, phone_sealed = :sealed
                        where county_id = :county and id = :person and erased_at is null
                        """)
                .param("county", county.value())
                .param("person", person.value())
                .param("key", PhoneKey.of(cipher, phone).bytes())
                .param("sealed", cipher.seal(county, PersonRows.PHONE, person.value(), phone.digits()))
                .update();
    }
}
