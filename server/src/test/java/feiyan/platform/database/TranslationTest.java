package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database refuses is said in Spring's words, by the client itself and with nothing around repositories. */
@FeiyanTest
class TranslationTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRefusalOfTheDatabaseIsTranslatedWithoutAProxyAroundTheRepository() {
        var repositories = house.getBeansWithAnnotation(Repository.class).values();
        assertThat(repositories).isNotEmpty().noneMatch(AopUtils::isAopProxy);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into unit (county_id, id, tier, name, opened_at)
                        values (1, gen_random_uuid(), 'NO_SUCH_TIER', 'x', now())""").update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobodyElseWouldTranslateAnything() {
        assertThat(house.getBeansOfType(PersistenceExceptionTranslator.class)).isEmpty();
    }
}
