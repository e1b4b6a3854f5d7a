package feiyan.units.web;

import feiyan.accounts.SignedIn;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets every page take the {@link Actor} as an argument, or only the {@link CountyId} it belongs to; a public page
 * takes an {@code Optional<Actor>}.
 */
@Configuration
class ActorArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    static {
        // Nothing that a machine sends: the description of the API leaves it out.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    private final CurrentActor current;

    ActorArguments(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.nestedIfOptional().getNestedParameterType();
        return type == Actor.class || (type == CountyId.class && !parameter.hasParameterAnnotation(PathVariable.class));
    }

    /** Nobody signed in: the security chain leads to the sign-in. */
    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Optional.class) {
            return current.actor();
        }
        return parameter.getParameterType() == Actor.class
                ? current.actor().orElseThrow(ActorArguments::nobody)
                : CurrentActor.signedIn().map(SignedIn::county).orElseThrow(ActorArguments::nobody);
    }

    private static AuthenticationCredentialsNotFoundException nobody() {
        return new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
}
