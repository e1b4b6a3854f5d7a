package feiyan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Turns away the one character that no keyboard writes and the database keeps in no text: whoever sends it means to see
 * something break. It is refused as it is read, wherever that is.
 */
@Configuration(proxyBeanMethods = false)
class NoZeroBytes {

    @Bean
    HttpFirewall withoutZeroBytes() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(NoZeroBytes::hasNone);
        firewall.setAllowedParameterValues(NoZeroBytes::hasNone);
        return firewall;
    }

    private static boolean hasNone(String text) {
        return text.indexOf('\0') < 0;
    }
}
