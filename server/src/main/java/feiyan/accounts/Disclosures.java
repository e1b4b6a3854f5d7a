package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a person everything that is held about them, module by module. */
@Component
public class Disclosures {

    private final List<Disclosure> modules;
    private final Persons persons;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Transactions transactions;

    Disclosures(
            List<Disclosure> modules, Persons persons, JdbcClient jdbc, FieldCipher cipher, Transactions transactions) {
        this.modules = List.copyOf(modules);
        this.persons = persons;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.transactions = transactions;
    }

    /** In one transaction, by which the driver reads a few rows at a time: the sink waits for nobody. */
    public void tell(CountyId county, PersonId person, DataSheet.Sink sink) {
        transactions
                .write(() -> {
                    var phone = persons.provenPhone(county, person).orElse(null);
                    var sheet = new DataSheet(county, person, phone, jdbc, cipher, sink);
                    modules.forEach(module -> module.tell(sheet));
                    return Outcome.done(person);
                })
                .orThrow();
    }
}
