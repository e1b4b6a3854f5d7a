package feiyan.dispatch.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import feiyan.canary.AnswerWatch;
import feiyan.units.Actor;
import feiyan.web.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** Several people at several browsers at once, without the way through the sign-in, which has tests of its own. */
@TestConfiguration
@Order(Ordered.HIGHEST_PRECEDENCE)
class ByCookie implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final String WHO = "who";

    private final Map<String, Actor> people = new ConcurrentHashMap<>();

    @Bean
    static PublicPaths open() {
        return () -> List.of(
                "/inbox",
                "/overdue/**",
                "/overdue",
                "/orders/**",
                "/offers/**",
                "/team-offers",
                "/my-day",
                "/open-seats",
                "/open-seats/**",
                "/seats/**");
    }

    /** Whoever sits at this page from now on. */
    Page sits(Actor actor, Page page, String address) {
        var name = actor.person().value().toString();
        people.put(name, actor);
        page.context().addCookies(List.of(new Cookie(WHO, name).setUrl(address)));
        return page;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addFirst(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public @Nullable Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        AnswerWatch.somebodySits(request);
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        var who = servlet == null ? null : WebUtils.getCookie(servlet, WHO);
        return who == null ? null : people.get(who.getValue());
    }
}
