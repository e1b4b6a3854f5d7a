package feiyan.web.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class ApiSetup implements WebMvcConfigurer {

    private static final List<MediaType> OTHERS = List.of(MediaType.APPLICATION_XML, MediaType.APPLICATION_YAML);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeGate()).addPathPatterns("/api/**");
    }

    /**
     * Machines are answered in JSON and nothing else: what a library brings along for XML and YAML knows nothing of how
     * answers are written here, and would be asked with each whether it can.
     */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(each -> OTHERS.stream().anyMatch(each.getSupportedMediaTypes()::contains)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IfMatchArguments());
        resolvers.add(new PagingArguments());
    }
}
