package no.ehelse.portfolio.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Spoils bodies: one place in the JSON, its text, or its bytes. */
final class JsonDamage {

    /** Members that are texts, or are made of them. */
    private static final List<String> FREE = List.of("name", "comment", "comment", "comments", "wayForward", "aliases",
            "source", "remark", "value");
    private static final int HUGE = 1_200_000;

    private final RandomGenerator random;

    JsonDamage(RandomGenerator random) {
        this.random = random;
    }

    /** The body with one member wrong, missing, too many or twice. */
    byte[] ofValues(byte[] body) {
        JsonNode json = JsonMapper.shared().readTree(body);
        int places = places(json);
        return written(json, new int[] {random.nextInt(places)}).getBytes(StandardCharsets.UTF_8);
    }

    /** The body with a hostile text where any text may stand: much of it is accepted. */
    byte[] ofTexts(byte[] body) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(body);
        String member = HostileValues.of(random, FREE);
        String text = HostileValues.quoted(HostileValues.text(random));
        json.remove(member);
        String value = switch (member) {
            case "comments" -> "{\"status\":%s,\"risk\":%s}".formatted(text, text);
            case "aliases" -> "[" + text + "]";
            default -> text;
        };
        String rest = json.toString();
        return (rest.substring(0, rest.length() - 1) + (json.isEmpty() ? "" : ",") + HostileValues.quoted(member) + ":"
                + value + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static int places(JsonNode node) {
        int places = 1;
        for (JsonNode child : node) {
            places += places(child);
        }
        return places;
    }

    /** The JSON of a node; the one at a place, counted down to it, is spoilt. */
    private String written(JsonNode node, int[] place) {
        boolean here = place[0]-- == 0;
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                members.add(HostileValues.quoted(member.getKey()) + ":" + written(member.getValue(), place));
            }
            return here ? spoilt(members) : "{" + String.join(",", members) + "}";
        }
        if (here) {
            return HostileValues.json(random);
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(written(element, place)));
            return "[" + String.join(",", elements) + "]";
        }
        return node.toString();
    }

    private String spoilt(List<String> members) {
        List<String> spoilt = new ArrayList<>(members);
        int any = members.isEmpty() ? 0 : random.nextInt(members.size());
        switch (random.nextInt(6)) {
            case 0 -> spoilt.add(HostileValues.quoted(HostileValues.text(random)) + ":" + HostileValues.json(random));
            case 1 -> spoilt.addAll(members);
            case 2 -> spoilt.subList(0, Math.min(any + 1, spoilt.size())).clear();
            case 3 -> spoilt.add("\"comment\":" + HostileValues.json(random));
            case 4 -> {
                for (int more = 0; more < 250; more++) {
                    spoilt.add("\"m" + more + "\":" + more);
                }
            }
            default -> {
                return HostileValues.json(random);
            }
        }
        return "{" + String.join(",", spoilt) + "}";
    }

    /** The body as something else than the bytes of its text. */
    byte[] ofBytes(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(11)) {
            case 0 -> slice(body, random.nextInt(body.length + 1));
            case 1 -> flipped(body);
            case 2 -> inserted(body, List.of(new byte[] {(byte) 0xFF}, new byte[] {(byte) 0xC0, (byte) 0xAE},
                    new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[] {0},
                    new byte[] {(byte) 0xE2, (byte) 0x80},
                    new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}));
            case 3 -> text.getBytes(StandardCharsets.UTF_16);
            case 4 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 5 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 6 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 7 -> packed(body);
            case 8 -> (text + HostileValues.json(random)).getBytes(StandardCharsets.UTF_8);
            case 9 ->
                random.nextInt(10) == 0 ? (text + " ".repeat(HUGE)).getBytes(StandardCharsets.UTF_8) : new byte[0];
            default -> HostileValues.json(random).getBytes(StandardCharsets.UTF_8);
        };
    }

    static byte[] slice(byte[] body, int length) {
        return Arrays.copyOf(body, Math.min(length, body.length));
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        for (int times = random.nextInt(4); times >= 0 && flipped.length > 0; times--) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
        }
        return flipped;
    }

    private byte[] inserted(byte[] body, List<byte[]> choices) {
        int place = random.nextInt(body.length + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(body, 0, place);
        bytes.writeBytes(HostileValues.of(random, choices));
        bytes.write(body, place, body.length - place);
        return bytes.toByteArray();
    }

    static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
