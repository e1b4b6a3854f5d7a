package feiyan.bench.growth;

import feiyan.bench.county.House;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;

/** What the product does by itself, each thing once, as the clock would begin it. */
final class JobsOnce {

    private JobsOnce() {}

    static void run(House house) {
        for (var part : house.parts()) {
            var type = AopUtils.getTargetClass(part);
            if (type.getName().startsWith("feiyan.")) {
                MethodIntrospector.selectMethods(
                                type, (Method method) -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class))
                        .forEach(job -> run(part, AopUtils.selectInvocableMethod(job, part.getClass())));
            }
        }
    }

    private static void run(Object part, Method job) {
        try {
            job.setAccessible(true);
            job.invoke(part);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(job + " failed", failure.getCause());
        }
    }
}
