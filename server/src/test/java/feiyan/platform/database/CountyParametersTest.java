package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountyParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select name from unit where county_id = ? and id = ? | 1",
                "select '?' from unit where id = ? and county_id = ? | 2",
                "select * from unit u join team t on t.county_id = ? where u.id = ? and u.county_id = ? | 1 3",
                "select * from unit where (county_id, id) > (?, ?) and county_id = ? | 1 3",
                "select * from unit u where (u.county_id, u.id) in ((?, ?)) | 1",
                "select * from person where county_id = any(?) and name = ? | 1",
                "insert into unit (county_id, id) values (?, ?) | 1",
                "insert into unit (id, county_id) values (?, ?), (?, ?) | 2 4",
                "insert into unit (id, county_id, name) values (coalesce(?, ?), ?, ?) | 3",
                "insert into unit (county_id, id) select ?, id from team where county_id = ? | 1 2",
                "insert into unit (county_id, id) select distinct ?, id from team t where t.county_id = ? | 1 2",
                "insert into unit (county_id, id) select t.county_id, ? from team t where t.county_id = ? | 2",
                "with gone as (delete from unit where county_id = ? and id = ? returning *) insert into unit (county_id, id) select county_id, id from gone | 1",
                "select name from account where id = ? | ''"
            })
    void areFoundWhereverTheyStand(String sql, String places) {
        assertThat(CountyParameters.of(sql))
                .map(String::valueOf)
                .containsExactly(places.isEmpty() ? new String[0] : places.split(" ", -1));
    }
}
