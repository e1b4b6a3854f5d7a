package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountyRuleTest {

    private final CountyRule rule = new CountyRule(Set.of("unit", "team", "offer"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select name from unit where county_id = ? and id = ?",
                "select u.name from unit u where u.county_id = ?",
                "select u.name from unit u join team t on t.county_id = u.county_id and t.unit_id = u.id where u.county_id = ?",
                "select * from unit join team using (county_id, unit_id) where county_id = ?",
                "select * from unit u where (u.county_id, u.id) in ((?, ?))",
                "select * from unit where (county_id, id) > (?, ?) and county_id = ?",
                "select * from unit u where u.county_id = ? and exists (select from team t where t.county_id = u.county_id)",
                "with found as (select id from unit where county_id = ?) select * from found",
                "update unit set name = ? where county_id = ?",
                "update unit as u set name = t.name from team as t where u.county_id = ? and t.county_id = u.county_id",
                "delete from unit where county_id = ? and id = ?",
                "insert into unit (county_id, id, made_at) values (?, ?, ?)",
                "insert into unit (county_id, id) select county_id, id from team where county_id = ? on conflict (county_id, id) do update set name = excluded.name",
                "select name from account where id = ?",
                "select 'from unit' -- from unit",
                "select extract(epoch from made_at) from unit where county_id = ?"
            })
    void aBoundStatementPasses(String sql) {
        assertThat(rule.breaches(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select name from unit where id = ?",
                "select name from only unit where id = ?",
                "select county_id from unit where id = ?",
                "select u.name from unit u join team t on t.unit_id = u.id where u.county_id = ?",
                "select u.name from team t, unit u where u.county_id = ?",
                "select u.name from unit u join team t on t.county_id = u.county_id where u.id = ?",
                "select * from unit join team using (county_id, unit_id) where name = ?",
                "select * from unit u where u.county_id = ? and exists (select from team t where t.unit_id = u.id)",
                "select * from account a where a.id = (select id from unit where name = ?) and county_id = ?",
                "update unit set name = ? where id = ?",
                "update unit set name = (select name from team where id = ?) where county_id = ?",
                "update unit set made_at = now() where county_id = ?",
                "insert into unit (county_id, id) values (?, ?) on conflict (county_id, id) do update set made_at = now()",
                "delete from unit where id = ?",
                "delete from unit u using team t where u.county_id = ? and t.unit_id = u.id",
                "insert into unit (id) values (?)",
                "insert into unit (county_id, id) select ?, id from team where name = ?"
            })
    void anUnboundStatementIsSeen(String sql) {
        assertThat(rule.breaches(sql)).isNotEmpty();
    }
}
