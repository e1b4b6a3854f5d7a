package feiyan.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.support.ReflectivePropertyAccessor;
import org.springframework.util.ClassUtils;

/** The method that answers for one property of one class. What it gives speaks for its own type. */
record Getter(Method method) implements PropertyAccessor {

    private static final Finder FINDER = new Finder();

    /** None for a field, for the length of an array, and for what the JDK keeps to itself. */
    static Optional<PropertyAccessor> of(Class<?> type, String name) {
        return FINDER.find(type, name)
                .map(method -> ClassUtils.getPubliclyAccessibleMethodIfPossible(method, type))
                .filter(Method::trySetAccessible)
                .map(Getter::new);
    }

    @Override
    public Class<?> @Nullable [] getSpecificTargetClasses() {
        return null;
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
        return method.getDeclaringClass().isInstance(target);
    }

    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
        try {
            return new TypedValue(method.invoke(target));
        } catch (InvocationTargetException thrown) {
            throw new AccessException(name + " cannot be read", thrown);
        } catch (IllegalAccessException denied) {
            throw new AccessException(name + " may not be read", denied);
        }
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

    /** Spring's own way from a name to a method: {@code getName}, {@code isName}, or a record's {@code name}. */
    private static final class Finder extends ReflectivePropertyAccessor {

        Finder() {
            super(false);
        }

        Optional<Method> find(Class<?> type, String name) {
            return Optional.ofNullable(findGetterForProperty(name, type, false));
        }
    }
}
