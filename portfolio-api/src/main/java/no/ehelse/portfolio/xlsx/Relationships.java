package no.ehelse.portfolio.xlsx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which other parts a part of a workbook refers to. */
final class Relationships {

    private final Map<String, Related> byId;

    /**
     * Another part.
     *
     * @param type the last step of the relationship's type, such as {@code worksheet}
     * @param name the part, from the root of the archive
     */
    record Related(String type, String name) {}

    private Relationships(Map<String, Related> byId) {
        this.byId = byId;
    }

    /**
     * The relationships of a part; none where it refers to nothing.
     *
     * @param part from the root of the archive; empty: those of the archive itself
     */
    static Relationships of(String part, Archive archive, WorkbookLimits limits) throws UnreadableWorkbook {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        Map<String, Related> byId = new HashMap<>();
        byte[] content = archive.part(name);
        if (content != null) {
            XmlReader xml = new XmlReader(content, name, limits);
            xml.nextWithin(0);
            while (xml.nextWithin(1)) {
                String id = xml.attribute("Id");
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    byId.put(id, new Related(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
                }
                if (byId.size() > limits.entries()) {
                    throw new WorkbookTooLarge("The workbook has more than " + limits.entries() + " relationships.");
                }
            }
        }
        return new Relationships(byId);
    }

    private static String resolved(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** The part with that identifier. */
    Optional<Related> find(@Nullable String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A part of that type. */
    Optional<Related> ofType(String type) {
        return byId.values().stream().filter(related -> related.type().equals(type)).findFirst();
    }
}
