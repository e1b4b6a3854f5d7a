package feiyan.canary;

import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ReflectionUtils;

/** All that the house does by itself, at this moment, one after the other. */
record EveryJob(ApplicationContext house) {

    /** So often that what one job leaves to another is done: messages of an outbox, their texts, their audit. */
    private static final int ROUNDS = 3;

    void run() {
        for (int round = 0; round < ROUNDS; round++) {
            for (var name : house.getBeanDefinitionNames()) {
                run(name);
            }
        }
    }

    private void run(String name) {
        var type = house.getType(name);
        if (type == null || !type.getPackageName().startsWith("feiyan")) {
            return;
        }
        ReflectionUtils.MethodFilter jobs = method -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class);
        MethodIntrospector.selectMethods(type, jobs).forEach(job -> {
            ReflectionUtils.makeAccessible(job);
            ReflectionUtils.invokeMethod(job, house.getBean(name));
        });
    }
}
