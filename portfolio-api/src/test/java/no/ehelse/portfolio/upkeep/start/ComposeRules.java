package no.ehelse.portfolio.upkeep.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What holds for our Compose files beyond the specification's schema. */
final class ComposeRules {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?])?");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN)$");

    private final Path folder;
    private final KnownSettings known;
    private final Set<String> secrets;

    /**
     * Rules for files of a folder.
     *
     * @param secrets the variables that the operator's file of secrets has
     */
    ComposeRules(Path folder, KnownSettings known, Set<String> secrets) {
        this.folder = folder;
        this.known = known;
        this.secrets = secrets;
    }

    /** What is wrong with a file. */
    List<String> complaints(ComposeFile file) {
        List<String> complaints = new ArrayList<>();
        file.services().forEach((name, service) -> {
            all(file, service).forEach(complaint -> complaints.add(name + ": " + complaint));
            if (ComposeFile.isOurs(service)) {
                ours(service).forEach(complaint -> complaints.add(name + ": " + complaint));
            }
        });
        behindProxy(file, complaints);
        declarations(file, complaints);
        for (MatchResult variable : VARIABLE.matcher(file.text()).results().toList()) {
            if (!":-".equals(variable.group(2)) && !secrets.contains(variable.group(1))) {
                complaints.add("nobody sets " + variable.group(1));
            }
        }
        return complaints;
    }

    private List<String> all(ComposeFile file, JsonNode service) {
        List<String> complaints = new ArrayList<>();
        if (!ImageRules.isPinned(service.path("image").asString(""))) {
            complaints.add("not pinned: " + service.path("image").asString(""));
        }
        for (JsonNode port : service.path("ports")) {
            if (!port.asString().startsWith("127.0.0.1:")) {
                complaints.add("open to others: " + port.asString());
            }
        }
        if (!ComposeFile.names(service.path("security_opt")).contains("no-new-privileges:true")) {
            complaints.add("may get new privileges");
        }
        Stream.of("mem_limit", "restart", "logging")
                .filter(member -> !service.has(member))
                .forEach(member -> complaints.add("no " + member));
        mounts(service, complaints);
        environment(service, complaints);
        health(file, service, complaints);
        return complaints;
    }

    private void mounts(JsonNode service, List<String> complaints) {
        for (List<String> mount : ComposeFile.mounts(service)) {
            if (mount.getFirst().startsWith(".")) {
                if (!Files.exists(folder.resolve(mount.getFirst()))) {
                    complaints.add("does not exist: " + mount.getFirst());
                }
                if (!mount.getLast().equals("ro")) {
                    complaints.add("may be written: " + mount.getFirst());
                }
            }
        }
    }

    private static void environment(JsonNode service, List<String> complaints) {
        service.path("environment").properties().forEach(variable -> {
            if (SECRET.matcher(variable.getKey()).matches()
                    && !variable.getValue().asString().matches("\\$\\{\\w+:\\?.+}")) {
                complaints.add("a secret that is not the operator's: " + variable.getKey());
            }
        });
    }

    private static void health(ComposeFile file, JsonNode service, List<String> complaints) {
        JsonNode check = service.path("healthcheck");
        if (check.has("test") && !check.get("test").path(0).asString("").equals("CMD")) {
            complaints.add("health by a shell");
        }
        service.path("depends_on").properties().forEach(dependency -> {
            JsonNode other = file.services().get(dependency.getKey());
            String condition = dependency.getValue().path("condition").asString("");
            if (other == null) {
                complaints.add("waits for nobody: " + dependency.getKey());
            } else if (!canBe(other, condition)) {
                complaints.add("waits for ever: " + dependency.getKey() + " " + condition);
            }
        });
    }

    /** Whether a service gets into a state. The health of our own is in its image. */
    private static boolean canBe(JsonNode service, String condition) {
        JsonNode check = service.path("healthcheck");
        return switch (condition) {
            case "service_started" -> true;
            case "service_healthy" ->
                check.has("test") || (ComposeFile.isOurs(service) && !check.path("disable").asBoolean(false));
            case "service_completed_successfully" -> ends(service);
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    /** It does something, and is done. */
    private static boolean ends(JsonNode service) {
        return service.path("restart").asString("").equals("no");
    }

    private List<String> ours(JsonNode service) {
        List<String> complaints = new ArrayList<>();
        if (!service.path("read_only").asBoolean(false)) {
            complaints.add("its root can be written");
        }
        if (!ComposeFile.names(service.path("cap_drop")).equals(Set.of("ALL"))) {
            complaints.add("has capabilities");
        }
        if (service.path("tmpfs").valueStream().noneMatch(mount -> mount.asString().startsWith("/tmp:"))) {
            complaints.add("no folder for what is temporary");
        }
        if (!service.path("stop_grace_period").asString("").equals("30s")) {
            complaints.add("is killed before requests are finished");
        }
        known.unknown(ComposeFile.names(service.path("environment")))
                .forEach(name -> complaints.add("does not know " + name));
        return complaints;
    }

    /** The proxy tells of the sender, and of nothing that the sender made up; the instances believe it. */
    private void behindProxy(ComposeFile file, List<String> complaints) {
        for (JsonNode service : file.services().values()) {
            for (List<String> mount : ComposeFile.mounts(service)) {
                Path configuration = folder.resolve(mount.getFirst());
                if (!mount.getFirst().endsWith("haproxy.cfg") || !Files.exists(configuration)) {
                    continue;
                }
                String told = read(configuration);
                if (!told.contains("option forwardfor") || !told.contains("del-header X-Forwarded-For")) {
                    complaints.add("proxy: does not tell of the sender");
                }
                file.services().forEach((name, other) -> {
                    if (ComposeFile.isOurs(other) && !ends(other)
                            && !other.at("/environment/SERVER_FORWARDHEADERSSTRATEGY")
                                    .asString("")
                                    .equals("native")) {
                        complaints.add(name + ": does not believe the proxy");
                    }
                });
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void declarations(ComposeFile file, List<String> complaints) {
        Set<String> volumes = new TreeSet<>();
        Set<String> networks = new TreeSet<>();
        Set<String> secrets = new TreeSet<>();
        for (JsonNode service : file.services().values()) {
            ComposeFile.mounts(service)
                    .stream()
                    .map(List::getFirst)
                    .filter(source -> !source.startsWith("."))
                    .forEach(volumes::add);
            networks.addAll(ComposeFile.names(service.path("networks")));
            secrets.addAll(ComposeFile.names(service.path("secrets")));
        }
        Map.of("volumes", volumes, "networks", networks, "secrets", secrets).forEach((kind, names) -> {
            if (!names.equals(file.declared(kind))) {
                complaints.add(kind + " used and declared: " + names + ", " + file.declared(kind));
            }
        });
    }
}
