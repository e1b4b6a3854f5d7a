package feiyan.bench.loop;

import java.util.function.BiFunction;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts something of the bench's around a bean of the product.
 *
 * @param around of a bean's name and the bean; answers the bean itself where it is none of the bench's business
 */
record Wrapping(BiFunction<String, Object, Object> around) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return around.apply(name, bean);
    }
}
