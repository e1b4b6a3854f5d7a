package feiyan.accounts;

import feiyan.platform.CountyId;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Counties for a module that stands below the one which founds them. */
@TestConfiguration(proxyBeanMethods = false)
public class TwoCounties {

    @Bean
    @Primary
    CountyNames twoCounties() {
        Map<CountyId, String> names = Map.of(AccountsWorld.TANCHENG, "郯城县", AccountsWorld.CHANGLE, "昌乐县");
        return () -> names;
    }
}
