package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTest {

    private final UnitNames names = new UnitNames();

    @ParameterizedTest
    @CsvSource({
        "CENTER, 郯城县, 郯城县新时代文明实践中心",
        "INSTITUTE, 马头镇, 马头镇新时代文明实践所",
        "STATION, 富民社区居民委员会, 富民社区新时代文明实践站",
        "STATION, 朱村村民委员会, 朱村新时代文明实践站",
        "STATION, 鲍村村村民委员会, 鲍村村新时代文明实践站",
        "STATION, 店子村民委员会, 店子村新时代文明实践站",
        "STATION, 鄌郚村委会, 鄌郚村新时代文明实践站",
        "STATION, 新村居委会, 新村新时代文明实践站",
        "STATION, 某某林场, 某某林场新时代文明实践站",
    })
    void aUnitIsCalledAfterThePlaceNotTheCommittee(Tier tier, String area, String name) {
        assertThat(names.of(tier, area)).isEqualTo(name);
    }
}
