package feiyan.cast;

import feiyan.canary.AnswerWatch;
import feiyan.units.Actor;
import feiyan.web.PublicPaths;
import java.util.List;
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

/** Whoever sits at the page, without the way through the sign-in, which has tests of its own. */
@TestConfiguration
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Whoever implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private volatile @Nullable Actor actor;

    public void is(Actor somebody) {
        actor = somebody;
    }

    @Bean
    static PublicPaths everything() {
        return () -> List.of("/**");
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
        return actor;
    }
}
