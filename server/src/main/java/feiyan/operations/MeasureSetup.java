package feiyan.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

@Configuration(proxyBeanMethods = false)
class MeasureSetup {

    /** Requests are measured as a whole; each filter of the security chain for itself costs more than it tells. */
    @Bean
    SecurityObservationSettings filtersUnwatched() {
        return SecurityObservationSettings.noObservations();
    }
}
