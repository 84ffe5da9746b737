package no.ehelse.portfolio.upkeep.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.ehelse.portfolio.upkeep.start.ImageDefinition.Instruction;

/** What holds for our image. */
final class ImageRules {

    /** A whole version, or a digest. */
    private static final Pattern PINNED = Pattern.compile(".+(:v?\\d+\\.\\d+[\\w.-]*|@sha256:[0-9a-f]{64})");

    private static final String JAR = "portfolio-api/target/portfolio-api-*.jar";

    private final Path root;
    private final KnownSettings known;

    ImageRules(Path root, KnownSettings known) {
        this.root = root;
        this.known = known;
    }

    /** Whether a name of an image means one version of it. */
    static boolean isPinned(String image) {
        return PINNED.matcher(image).matches();
    }

    /** What is wrong with a definition. */
    List<String> complaints(ImageDefinition image, String ignore) throws IOException {
        List<String> complaints = new ArrayList<>();
        bases(image, complaints);
        for (Instruction add : image.all("ADD")) {
            complaints.add("fetches: ADD " + add.text());
        }
        for (String word : List.of("RUN", "HEALTHCHECK", "ENTRYPOINT")) {
            image.all(word)
                    .stream()
                    .filter(instruction -> !instruction.isList())
                    .forEach(instruction -> complaints.add("needs a shell: " + word + " " + instruction.text()));
        }
        for (String word : List.of("HEALTHCHECK", "ENTRYPOINT", "USER")) {
            if (image.ofImage(word).size() != 1) {
                complaints.add("not one " + word);
            }
        }
        user(image, complaints);
        copies(image, ignore, complaints);
        known.unknown(image.environment().keySet()).forEach(name -> complaints.add("unknown: " + name));
        return complaints;
    }

    private static void bases(ImageDefinition image, List<String> complaints) {
        Set<String> stages = new HashSet<>();
        for (Instruction from : image.all("FROM")) {
            List<String> parts = from.words();
            if (!stages.contains(parts.getFirst()) && !isPinned(parts.getFirst())) {
                complaints.add("not pinned: " + parts.getFirst());
            }
            if (parts.size() == 3) {
                stages.add(parts.get(2));
            }
        }
    }

    private static void user(ImageDefinition image, List<String> complaints) {
        for (Instruction user : image.ofImage("USER")) {
            if (!user.text().matches("[1-9]\\d{3,}:[1-9]\\d{3,}")) {
                complaints.add("not a number of an ordinary user: " + user.text());
            }
            if (image.ofImage("RUN")
                    .stream()
                    .anyMatch(run -> image.instructions().indexOf(run) > image.instructions().indexOf(user))) {
                complaints.add("RUN after USER");
            }
        }
    }

    private void copies(ImageDefinition image, String ignore, List<String> complaints) throws IOException {
        for (Instruction copy : image.ofImage("COPY")) {
            if (!copy.text().startsWith("--chown=0:0 ")) {
                complaints.add("may be the user's own: COPY " + copy.text());
            }
        }
        for (Instruction copy : image.all("COPY")) {
            String source =
                    copy.words().getFirst().startsWith("--chown=") ? copy.words().get(1) : copy.words().getFirst();
            if (source.startsWith("--from=")) {
                continue;
            }
            if (!source.equals(JAR) && !Files.exists(root.resolve(source))) {
                complaints.add("does not exist: " + source);
            }
            if (ignore.lines().noneMatch(line -> line.equals("!" + source))) {
                complaints.add("is kept out by Dockerfile.dockerignore: " + source);
            }
        }
    }
}
