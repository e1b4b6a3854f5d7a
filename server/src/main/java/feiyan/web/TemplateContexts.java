package feiyan.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.AbstractContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.context.StandardEngineContextFactory;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** What every template has around it: {@code page}, {@code times}, and a quick way to what an object says. */
@Component
class TemplateContexts implements IEngineContextFactory {

    private static final String EXPRESSIONS =
            ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

    private final IEngineContextFactory standard = new StandardEngineContextFactory();
    private final CurrentPage page;
    private final Times times;

    TemplateContexts(CurrentPage page, Times times) {
        this.page = page;
        this.times = times;
    }

    @Override
    public IEngineContext createEngineContext(
            IEngineConfiguration configuration,
            TemplateData template,
            @Nullable Map<String, Object> attributes,
            IContext context) {
        if (context instanceof AbstractContext open) {
            offer(open, "page", page.get());
            offer(open, "times", times);
        }
        if (context.getVariable(EXPRESSIONS) instanceof ThymeleafEvaluationContext expressions) {
            expressions.setPropertyAccessors(KnownGetters.instead(expressions.getPropertyAccessors()));
        }
        return standard.createEngineContext(configuration, template, attributes, context);
    }

    /** A page's own variable of that name comes first. */
    private static void offer(AbstractContext context, String name, Object value) {
        if (!context.containsVariable(name)) {
            context.setVariable(name, value);
        }
    }
}
