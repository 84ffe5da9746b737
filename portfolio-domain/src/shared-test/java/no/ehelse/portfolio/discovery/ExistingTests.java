package no.ehelse.portfolio.discovery;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The tests that exist in compiled classes: every annotated method or field, whether an engine sees it or not. */
final class ExistingTests {

    private ExistingTests() {}

    /** All classes in the folder of compiled classes that a class comes from, nested ones included. */
    static List<Class<?>> classesBeside(Class<?> neighbour) throws IOException, URISyntaxException {
        Path folder = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> load(file, neighbour.getClassLoader()))
                    .toList();
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException vanished) {
            throw new AssertionError(name, vanished);
        }
    }

    /** The tests of an engine in classes, as {@code class#member}, in order. */
    static List<String> of(Engine engine, List<Class<?>> classes) {
        return classes.stream()
                .flatMap(type -> membersOf(type, element -> isTestOf(engine, element)))
                .map(member -> member.getDeclaringClass().getName() + "#" + member.getName())
                .sorted()
                .toList();
    }

    /** The members that are marked as tests by an annotation of no engine that is known here. */
    static List<String> ofNoEngine(List<Class<?>> classes) {
        return classes.stream()
                .flatMap(type -> membersOf(type,
                        element -> AnnotationSupport.isAnnotated(element, Testable.class)
                                && Stream.of(Engine.values()).noneMatch(engine -> isTestOf(engine, element))))
                .map(Object::toString)
                .toList();
    }

    private static Stream<Member> membersOf(Class<?> type, Predicate<AnnotatedElement> wanted) {
        return Stream.concat(
                Stream.of(type.getDeclaredMethods()).filter(method -> !method.isSynthetic()).filter(wanted),
                Stream.of(type.getDeclaredFields()).filter(wanted));
    }

    private static boolean isTestOf(Engine engine, AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().startsWith(engine.annotations())
                        && AnnotationSupport.isAnnotated(type, Testable.class));
    }

    /** An engine, and where its annotations are. */
    enum Engine {
        JUPITER("junit-jupiter", "org.junit.jupiter."),
        JQWIK("jqwik", "net.jqwik."),
        ARCHUNIT("archunit", "com.tngtech.archunit.");

        private final String id;
        private final String annotations;

        Engine(String id, String annotations) {
            this.id = id;
            this.annotations = annotations;
        }

        /** The engine's own identifier. */
        String id() {
            return id;
        }

        /** How the names of its annotations begin. */
        String annotations() {
            return annotations;
        }
    }
}
