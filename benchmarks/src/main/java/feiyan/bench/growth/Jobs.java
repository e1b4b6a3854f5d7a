package feiyan.bench.growth;

import feiyan.bench.county.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** What the product does by itself, each thing as the clock would begin it. */
final class Jobs {

    /** Spring Session's own, by a clock of its own: it bears no annotation. */
    static final String SESSIONS = "JdbcIndexedSessionRepository.cleanUpExpiredSessions";

    private Jobs() {}

    /** @param name its class and method */
    record Job(String name, Runnable run) {}

    /** Those of this house, by name. */
    static List<Job> of(House house) {
        var sessions = house.the(JdbcIndexedSessionRepository.class);
        return Stream.concat(
                        house.parts().stream().flatMap(Jobs::of),
                        Stream.of(new Job(SESSIONS, sessions::cleanUpExpiredSessions)))
                .sorted(Comparator.comparing(Job::name))
                .toList();
    }

    private static Stream<Job> of(Object part) {
        var type = AopUtils.getTargetClass(part);
        if (!type.getName().startsWith("feiyan.")) {
            return Stream.of();
        }
        return MethodIntrospector.selectMethods(type, (Method method) -> isJob(method)).stream()
                .map(job -> new Job(
                        type.getSimpleName() + "." + job.getName(),
                        () -> run(part, AopUtils.selectInvocableMethod(job, part.getClass()))));
    }

    private static boolean isJob(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, Scheduled.class);
    }

    /** Those of the code, whether or not this house has what they need to be there at all. */
    static SortedSet<String> declared() {
        var declared = new TreeSet<>(List.of(SESSIONS));
        try {
            var readers = new CachingMetadataReaderFactory();
            for (var type : new PathMatchingResourcePatternResolver().getResources("classpath*:feiyan/**/*.class")) {
                var found = readers.getMetadataReader(type).getAnnotationMetadata();
                found.getAnnotatedMethods(Scheduled.class.getName())
                        .forEach(job -> declared.add(
                                found.getClassName().replaceFirst(".*[.$]", "") + "." + job.getMethodName()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return declared;
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
