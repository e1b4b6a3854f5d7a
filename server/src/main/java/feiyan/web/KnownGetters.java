package feiyan.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.support.ReflectivePropertyAccessor;

/**
 * Remembers by class and name how to read a property. What may be read is decided by Thymeleaf's own accessor, once for
 * each class and name; Spring means to remember that, too, and looks for the getter anew each time
 * (spring-framework#36987, mended in 7.1).
 */
final class KnownGetters implements PropertyAccessor {

    private static final ClassValue<Map<String, PropertyAccessor>> GETTERS = new ClassValue<>() {
        @Override
        protected Map<String, PropertyAccessor> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final ReflectivePropertyAccessor judge;

    private KnownGetters(ReflectivePropertyAccessor judge) {
        this.judge = judge;
    }

    /** The same accessors in the same order, but for the one that goes by reflection. */
    static List<PropertyAccessor> instead(List<PropertyAccessor> accessors) {
        return accessors.stream()
                .map(each -> each instanceof ReflectivePropertyAccessor slow ? new KnownGetters(slow) : each)
                .toList();
    }

    @Override
    public Class<?> @Nullable [] getSpecificTargetClasses() {
        return null;
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
        return getter(context, target, name) != null;
    }

    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
        var getter = getter(context, target, name);
        if (getter == null) {
            throw new AccessException("no property " + name);
        }
        return getter.read(context, target, name);
    }

    /** A class as target is not remembered: what may be read of one depends on which it is. */
    private @Nullable PropertyAccessor getter(EvaluationContext context, @Nullable Object target, String name)
            throws AccessException {
        if (target == null || target instanceof Class<?>) {
            return judge.canRead(context, target, name) ? judge : null;
        }
        var known = GETTERS.get(target.getClass());
        var getter = known.get(name);
        if (getter == null && judge.canRead(context, target, name)) {
            getter = Getter.of(target.getClass(), name).orElse(judge);
            known.put(name, getter);
        }
        return getter;
    }

    @Override
    public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
        return false;
    }

    @Override
    public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value)
            throws AccessException {
        throw new AccessException("templates only read");
    }

    /** One is as good as another, so that an expression goes on with the one that it has found. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownGetters;
    }

    @Override
    public int hashCode() {
        return KnownGetters.class.hashCode();
    }
}
