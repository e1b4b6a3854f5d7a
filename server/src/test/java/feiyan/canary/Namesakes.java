package feiyan.canary;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.NewPerson;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.Village;
import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.units.TestCounty;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People whose telephone numbers are those of the people whom the tests are going to meet. Each signs in with another
 * number, so that a test's person who signs in is not asked in which county.
 */
record Namesakes(ApplicationContext house) {

    private static final int OF_EACH_KIND = 40;

    void of(CountyId county, String name) {
        var phones = Stream.concat(
                        Stream.of(new Phone("13800000000")),
                        Stream.concat(Village.phonesToCome(OF_EACH_KIND), TestCounty.phonesToCome(OF_EACH_KIND)))
                .toList();
        var people = house.getBean(Persons.class)
                .registerAll(county, people(name, phones))
                .orThrow();
        var accounts = house.getBean(Accounts.class);
        for (int i = 0; i < people.size(); i++) {
            accounts.link(county, people.get(i), account("137%08d".formatted(i)))
                    .orThrow();
        }
    }

    private static List<NewPerson> people(String name, List<Phone> phones) {
        return phones.stream().map(phone -> new NewPerson(name, phone)).toList();
    }

    /** As the first sign-in by a text message opens one. */
    private AccountId account(String digits) {
        var cipher = house.getBean(FieldCipher.class);
        var id = Ids.next();
        house.getBean(JdbcClient.class)
                .sql("insert into account (id, phone_key, phone_sealed, created_at) values (?, ?, ?, now())")
                .param(id)
                .param(cipher.fingerprint("phone", digits))
                .param(cipher.seal(null, "account.phone", id, digits))
                .update();
        return new AccountId(id);
    }
}
