package feiyan;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.database.FeiyanTest;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.jackson.JacksonMixin;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

@FeiyanTest
class ComponentsTest {

    @Autowired
    private DefaultListableBeanFactory beans;

    @TempDir
    Path folder;

    private List<String> asSpringReadsThem() throws Exception {
        var file = Files.createDirectories(folder.resolve("META-INF")).resolve("spring.components");
        Files.write(file, Components.all());
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            var index = Objects.requireNonNull(CandidateComponentsIndexLoader.loadIndex(loader));
            return List.copyOf(index.getCandidateTypes("feiyan", Component.class.getName()));
        }
    }

    private Stream<String> found() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .filter(ScannedGenericBeanDefinition.class::isInstance)
                .map(ScannedGenericBeanDefinition.class::cast)
                .map(definition -> definition.getMetadata().getClassName())
                .filter(name -> name.startsWith("feiyan."));
    }

    @Test
    void everythingThatALookThroughAllClassesFindsIsListed() throws Exception {
        var listed = asSpringReadsThem();
        assertThat(found().toList())
                .hasSizeGreaterThan(500)
                .allSatisfy(name -> assertThat(listed).contains(name));
    }

    @Test
    void whatServesUnderOtherSettingsIsListedToo() throws Exception {
        assertThat(asSpringReadsThem()).contains("feiyan.demo.web.Rehearsal", "feiyan.operations.InsideChain");
    }

    /** Or each start would open all classes once more; where one of these appears, {@code NothingToLookFor} goes. */
    @Test
    void noLibraryIsToldToLookForAnythingAmongThem() {
        assertThat(AutoConfigurationPackages.has(beans)).isFalse();
        var marked = new ClassPathScanningCandidateComponentProvider(false);
        marked.addIncludeFilter(new AnnotationTypeFilter(JacksonMixin.class));
        assertThat(marked.findCandidateComponents("feiyan")).isEmpty();
    }
}
