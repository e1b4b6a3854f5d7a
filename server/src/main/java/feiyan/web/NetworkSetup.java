package feiyan.web;

import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class NetworkSetup {

    @Bean
    Reach reach(Environment settings) {
        return Reach.of(settings);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> traces(Reach reach) {
        return tomcat -> tomcat.addEngineValves(new TraceValve(reach));
    }

    /** A second port in clear, for people who type the address without https: {@link FrontDoor} sends them on. */
    @Bean
    @ConditionalOnProperty("feiyan.http-port")
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> portInClear(@Value("${feiyan.http-port}") int port) {
        return tomcat -> {
            var connector = new Connector();
            connector.setPort(port);
            var address = tomcat.getAddress();
            if (address != null) {
                connector.setProperty("address", address.getHostAddress());
            }
            tomcat.addAdditionalConnectors(connector);
        };
    }
}
