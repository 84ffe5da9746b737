package no.ehelse.portfolio.upkeep.start;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The variables of the environment that the service reads: its own settings, and those of the libraries it is made of. */
final class KnownSettings {

    private static final Pattern OWN = Pattern.compile("portfolio(?:\\.[a-z]+(?:-[a-z]+)*)+");

    private static final Path SOURCES = Path.of("src", "main", "java");

    private final Set<String> variables;

    KnownSettings() throws IOException, ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        described(names);
        written(names);
        components("portfolio.security", Class.forName("no.ehelse.portfolio.security.SecurityProperties"), names);
        variables = names.stream().map(KnownSettings::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that nobody would read. */
    List<String> unknown(Set<String> environment) {
        return environment.stream().filter(name -> !variables.contains(name)).sorted().toList();
    }

    /** The one name that binds everywhere: with an underline for a dash, a part of a name can be taken for a key of a map. */
    private static String variable(String property) {
        return property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** What libraries say about their settings. */
    private static void described(Set<String> names) throws IOException {
        for (String file : List.of("META-INF/spring-configuration-metadata.json",
                "META-INF/additional-spring-configuration-metadata.json")) {
            for (URL address : Collections.list(KnownSettings.class.getClassLoader().getResources(file))) {
                try (InputStream content = address.openStream()) {
                    for (JsonNode property : JsonMapper.shared().readTree(content).path("properties")) {
                        names.add(property.get("name").asString());
                    }
                }
            }
        }
    }

    /** What the sources ask for by name. */
    private static void written(Set<String> names) throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                OWN.matcher(Files.readString(source)).results().forEach(found -> names.add(found.group()));
            }
        }
    }

    /** What is bound to a record. */
    private static void components(String prefix, Class<?> record, Set<String> names) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                components(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }
}
