package no.ehelse.portfolio.discovery;

import com.tngtech.archunit.junit.engine_api.FieldSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.ehelse.portfolio.discovery.ExistingTests.Engine;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** The tests that an engine finds when it is shown classes, as the build shows them. */
final class DiscoveredTests {

    private DiscoveredTests() {}

    /** The tests that an engine finds in classes, as {@code class#member}, in order. */
    static List<String> by(Engine engine, List<Class<?>> classes) {
        return by(engine, classes, descriptor -> true);
    }

    /** As {@link #by(Engine, List)}, without those that bear a tag. */
    static List<String> without(String tag, Engine engine, List<Class<?>> classes) {
        return by(engine, classes,
                descriptor -> descriptor.getTags().stream().noneMatch(found -> found.getName().equals(tag)));
    }

    private static List<String> by(Engine engine, List<Class<?>> classes, Predicate<TestDescriptor> wanted) {
        TestEngine found = ServiceLoader.load(TestEngine.class)
                .stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.getId().equals(engine.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no engine " + engine.id()));
        TestDescriptor root = found.discover(new Shown(classes), UniqueId.forEngine(engine.id()));
        return root.getDescendants().stream().filter(wanted).flatMap(DiscoveredTests::member).sorted().toList();
    }

    private static Stream<String> member(TestDescriptor descriptor) {
        return descriptor.getSource().stream().flatMap(source -> switch (source) {
            case MethodSource method -> Stream.of(method.getClassName() + "#" + method.getMethodName());
            case FieldSource field -> Stream.of(field.getClassName() + "#" + field.getFieldName());
            default -> Stream.empty();
        });
    }

    /** A request that selects classes and filters nothing. */
    private record Shown(List<Class<?>> classes) implements EngineDiscoveryRequest {

        @Override
        public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> selectorType) {
            return classes.stream()
                    .map(DiscoverySelectors::selectClass)
                    .filter(selectorType::isInstance)
                    .map(selectorType::cast)
                    .toList();
        }

        @Override
        public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> filterType) {
            return List.of();
        }

        @Override
        public ConfigurationParameters getConfigurationParameters() {
            return new NoConfiguration();
        }

        @Override
        public OutputDirectoryCreator getOutputDirectoryCreator() {
            return new NoOutput();
        }
    }

    private record NoConfiguration() implements ConfigurationParameters {

        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> getBoolean(String key) {
            return Optional.empty();
        }

        @Override
        public Set<String> keySet() {
            return Set.of();
        }
    }

    private record NoOutput() implements OutputDirectoryCreator {

        @Override
        public Path getRootDirectory() {
            throw new UnsupportedOperationException("nothing is run");
        }

        @Override
        public Path createOutputDirectory(TestDescriptor descriptor) {
            throw new UnsupportedOperationException("nothing is run");
        }
    }
}
