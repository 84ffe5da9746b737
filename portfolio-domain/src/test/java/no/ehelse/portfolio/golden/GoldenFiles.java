package no.ehelse.portfolio.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The golden files of a folder, and the list beside it in which each stands with its SHA-256, as {@code sha256sum}
 * writes it: a line for a new file is added, and none is ever changed or taken away.
 */
record GoldenFiles(Path folder, Path list) {

    /** Those of this module, as they are in the sources. */
    static final GoldenFiles OURS = new GoldenFiles(Path.of("src", "test", "resources", "golden"),
            Path.of("src", "test", "resources", "golden.sha256"));

    private static final String SUFFIX = ".json";

    /** The names of the files without their ending, sorted. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name)
                    .sorted()
                    .toList();
        }
    }

    /** The JSON of a file; the line feed that ends the file is not part of it. */
    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name + SUFFIX)).stripTrailing();
    }

    /** What is wrong: a file that is changed, gone, or on no line of the list. */
    List<String> differences() throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, String> listed = listed();
        for (Map.Entry<String, String> line : listed.entrySet()) {
            Path file = folder.resolve(line.getKey());
            if (!Files.exists(file)) {
                differences.add(line.getKey() + " is gone");
            } else if (!sha256(file).equals(line.getValue())) {
                differences.add(line.getKey() + " is changed");
            }
        }
        for (String name : names()) {
            if (!listed.containsKey(name + SUFFIX)) {
                differences.add(name + SUFFIX + " is not listed");
            }
        }
        return differences;
    }

    private Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            String[] parts = line.split("  ", 2);
            listed.put(parts[1], parts[0]);
        }
        return listed;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
