package feiyan.web;

import feiyan.web.api.ApiPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

@Configuration
class WebSetup implements WebMvcConfigurer {

    /** {@code @{/_static/feiyan.css}} becomes a name with the file's fingerprint, so a browser may keep it for good. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/_static/**")
                .addResourceLocations("classpath:/static/", "classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> fingerprints() {
        return new FilterRegistrationBean<>(new ForPages());
    }

    /** Machines are sent no pages, and so no names of files. */
    private static final class ForPages extends ResourceUrlEncodingFilter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request instanceof HttpServletRequest asked && ApiPath.is(asked)) {
                chain.doFilter(request, response);
            } else {
                super.doFilter(request, response, chain);
            }
        }
    }

    /** In every template, error pages too: they have no model of ours. */
    @Autowired
    void templates(SpringTemplateEngine templates, TemplateContexts contexts) {
        templates.setEngineContextFactory(contexts);
        templates.setCacheManager(keepsAllTemplates());
    }

    /** There are a hundred and fifty, with thousands of expressions; by default five hundred are kept. */
    private static StandardCacheManager keepsAllTemplates() {
        var caches = new StandardCacheManager();
        caches.setTemplateCacheMaxSize(2_000);
        caches.setExpressionCacheMaxSize(20_000);
        return caches;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var byParameter = new LocaleChangeInterceptor();
        byParameter.setParamName("lang");
        byParameter.setIgnoreInvalidLocale(true);
        registry.addInterceptor(byParameter).excludePathPatterns("/api/**");
        registry.addInterceptor(new OncePerName());
        registry.addInterceptor(new NotThereNoted()).excludePathPatterns("/api/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new TypedIds());
        registry.addConverter(new SentLists((ConversionService) registry));
    }
}
