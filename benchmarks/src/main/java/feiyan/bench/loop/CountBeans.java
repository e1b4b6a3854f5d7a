package feiyan.bench.loop;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;

/** Beside what each bench puts into the product, a count of what is sent to the database. */
@Import(BenchBeans.class)
class CountBeans {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor counted(Trips trips) {
        return new Wrapping((name, bean) -> name.equals("dataSource") && bean instanceof DataSource pool
                ? new CountedDataSource(pool, trips)
                : bean);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Trips trips() {
        return new Trips();
    }
}
