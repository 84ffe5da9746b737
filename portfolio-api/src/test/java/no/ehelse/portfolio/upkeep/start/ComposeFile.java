package no.ehelse.portfolio.upkeep.start;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Compose file, read: anchors and merges resolved, variables as they are written.
 *
 * @param text as it stands in the file
 * @param content the same as a tree
 */
record ComposeFile(String text, JsonNode content) {

    static ComposeFile of(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static ComposeFile of(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object content = new Yaml(new SafeConstructor(options)).load(new StringReader(text));
        return new ComposeFile(text, JsonMapper.shared().valueToTree(content));
    }

    Map<String, JsonNode> services() {
        return entries("services");
    }

    /** What is declared beside the services, such as volumes. */
    Set<String> declared(String kind) {
        return new TreeSet<>(entries(kind).keySet());
    }

    private Map<String, JsonNode> entries(String kind) {
        Map<String, JsonNode> entries = new TreeMap<>();
        content.path(kind).properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    /** Whether a service is an instance of ours. */
    static boolean isOurs(JsonNode service) {
        return service.path("image").asString("").startsWith("portfolio:");
    }

    /** The names in a list, or in an object's keys. */
    static Set<String> names(JsonNode listOrObject) {
        Set<String> names = new TreeSet<>();
        if (listOrObject.isObject()) {
            listOrObject.properties().forEach(entry -> names.add(entry.getKey()));
        } else {
            listOrObject.forEach(name -> names.add(name.asString()));
        }
        return names;
    }

    /** A service's mounts, each as its parts: what, where, how. */
    static List<List<String>> mounts(JsonNode service) {
        return service.path("volumes")
                .valueStream()
                .map(mount -> List.of(mount.asString().split(":")))
                .toList();
    }
}
