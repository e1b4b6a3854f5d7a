package feiyan;

import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;

/**
 * Prints which classes of the program are its components, as Spring reads it from {@code META-INF/spring.components}:
 * with that a start need not open each class to see ({@code scripts/start-cache.sh}). All of them; which of them serve
 * under which settings each start decides for itself.
 */
public final class Components extends ClassPathScanningCandidateComponentProvider {

    private static final String KIND = Component.class.getName();

    private Components() {
        super(false);
    }

    public static void main(String[] none) {
        all().forEach(System.out::println);
    }

    /** A line for each. */
    static List<String> all() {
        return new Components()
                .findCandidateComponents(Components.class.getPackageName()).stream()
                        .map(BeanDefinition::getBeanClassName)
                        .sorted()
                        .map(name -> name + "=" + KIND)
                        .toList();
    }

    @Override
    protected boolean isCandidateComponent(MetadataReader read) throws IOException {
        return read.getAnnotationMetadata().isAnnotated(KIND);
    }
}
