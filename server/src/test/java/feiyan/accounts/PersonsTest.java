package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.CHANGLE;
import static feiyan.accounts.AccountsWorld.TANCHENG;
import static feiyan.accounts.AccountsWorld.newMobile;
import static feiyan.accounts.AccountsWorld.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Consent.How;
import feiyan.platform.database.FeiyanTest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
@Import(AccountsWorld.class)
class PersonsTest {

    @Autowired
    private Persons persons;

    @Autowired
    private Consents consents;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void onePhoneIsOnePersonOfACounty() {
        var phone = newMobile();
        var once = persons.register(TANCHENG, "王秀英", phone).orThrow();
        assertThat(persons.register(TANCHENG, "秀英", phone).orThrow()).isEqualTo(once);
        assertThat(persons.byPhone(TANCHENG, phone)).contains(once);
        assertThat(persons.find(TANCHENG, once).orElseThrow().name()).isEqualTo("王秀英");
    }

    @Test
    void anotherCountyKnowsNothingOfIt() {
        var phone = newMobile();
        var here = persons.register(TANCHENG, "李建国", phone).orThrow();
        assertThat(persons.byPhone(CHANGLE, phone)).isEmpty();
        assertThat(persons.find(CHANGLE, here)).isEmpty();
        assertThat(persons.register(CHANGLE, "李建国", phone).orThrow()).isNotEqualTo(here);
    }

    @Test
    void aHouseholdsLandlineIsNobodysIdentity() {
        var landline = new Phone("0539-6221234");
        var mother = persons.register(TANCHENG, "王母", landline).orThrow();
        var father = persons.register(TANCHENG, "王父", landline).orThrow();
        assertThat(mother).isNotEqualTo(father);
        assertThat(persons.phone(TANCHENG, mother, mother, null)).contains(landline);
    }

    @Test
    void twoWhoRegisterOnePhoneAtOnceGetOnePerson() throws Exception {
        var phone = newMobile();
        var both = AtOnce.times(8, () -> persons.register(TANCHENG, "张三", phone));
        assertThat(both.stream().map(outcome -> outcome.orThrow()).distinct()).hasSize(1);
    }

    @Test
    void manyAreRegisteredInOneGo() {
        var known = newMobile();
        var already = persons.register(TANCHENG, "老人", known).orThrow();
        var people = IntStream.range(0, 2500)
                .mapToObj(each -> new NewPerson("志愿者" + each, each == 7 ? known : each % 10 == 0 ? null : newMobile()))
                .toList();
        var ids = persons.registerAll(TANCHENG, people).orThrow();
        assertThat(ids).hasSize(2500).doesNotHaveDuplicates();
        assertThat(ids.get(7)).isEqualTo(already);
        assertThat(persons.names(TANCHENG, ids))
                .hasSize(2500)
                .containsEntry(ids.get(3), "志愿者3")
                .containsEntry(ids.get(7), "老人");
    }

    @Test
    void aNameIsOneReadableLine() {
        assertThat(refusalOf(persons.register(TANCHENG, "  ", null))).isEqualTo("name.missing");
        assertThat(refusalOf(persons.register(TANCHENG, "x".repeat(41), null))).isEqualTo("name.too_long");
        assertThat(refusalOf(persons.register(TANCHENG, "a\nb", null))).isEqualTo("name.unreadable");
    }

    @Test
    void aNewNameTakesThePlaceOfTheOld() {
        var person = persons.register(TANCHENG, "小王", null).orThrow();
        persons.rename(TANCHENG, person, "王小明").orThrow();
        assertThat(persons.names(TANCHENG, List.of(person))).containsValue("王小明");
        assertThat(refusalOf(persons.rename(CHANGLE, person, "别人"))).isEqualTo("person.gone");
    }

    @Test
    void whoeverSeesAnothersPhoneIsWrittenDown() {
        var phone = newMobile();
        var person = persons.register(TANCHENG, "赵大娘", phone).orThrow();
        var clerk = persons.register(TANCHENG, "钱文员", newMobile()).orThrow();
        assertThat(persons.phone(TANCHENG, person, person, null)).contains(phone);
        assertThat(views(person)).isEmpty();
        assertThat(persons.phone(TANCHENG, person, clerk, "回访")).contains(phone);
        assertThat(views(person)).containsExactly("{phone}回访");
        assertThat(persons.phone(CHANGLE, person, clerk, "回访")).isEmpty();
        assertThat(views(person)).hasSize(1);
    }

    private List<@Nullable String> views(PersonId person) {
        return jdbc.sql("""
                        select fields::text || reason from sensitive_view
                        where county_id = :county and subject = 'person' and subject_id = :person
                        """)
                .param("county", TANCHENG.value())
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    @Test
    void noPhoneLiesInTheDatabaseInClear() {
        var phone = newMobile();
        var person = persons.register(TANCHENG, "孙大爷", phone).orThrow();
        var row = jdbc.sql("select p::text from person p where p.county_id = :county and p.id = :person")
                .param("county", TANCHENG.value())
                .param("person", person.value())
                .query(String.class)
                .single();
        var hex = HexFormat.of().formatHex(phone.digits().getBytes(UTF_8));
        assertThat(row).doesNotContain(phone.digits()).doesNotContain(hex);
    }

    @Test
    void consentHoldsFromGivingToWithdrawing() {
        var person = persons.register(TANCHENG, "周奶奶", null).orThrow();
        assertThat(consents.has(TANCHENG, person, Purpose.HEALTH)).isFalse();
        consents.give(TANCHENG, person, Purpose.HEALTH, How.PAPER, null).orThrow();
        consents.give(TANCHENG, person, Purpose.HEALTH, How.PAPER, null).orThrow();
        assertThat(consents.has(TANCHENG, person, Purpose.HEALTH)).isTrue();
        assertThat(consents.has(TANCHENG, person, Purpose.LOCATION)).isFalse();
        consents.withdraw(TANCHENG, person, Purpose.HEALTH, person).orThrow();
        assertThat(consents.has(TANCHENG, person, Purpose.HEALTH)).isFalse();
        consents.give(TANCHENG, person, Purpose.HEALTH, How.PAGE, null).orThrow();
        assertThat(consents.has(TANCHENG, person, Purpose.HEALTH)).isTrue();
    }
}
