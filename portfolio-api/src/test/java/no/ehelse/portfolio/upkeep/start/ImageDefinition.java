package no.ehelse.portfolio.upkeep.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Dockerfile, read.
 *
 * @param instructions in their order, comments and continued lines resolved
 */
record ImageDefinition(List<Instruction> instructions) {

    /**
     * One instruction.
     *
     * @param stage how many FROMs there were before it, its own included; 0: before the first
     * @param text what stands after the word, with arguments of the build filled in
     */
    record Instruction(int stage, String word, String text) {

        /** What stands between spaces. */
        List<String> words() {
            return List.of(text.strip().split("\\s+", -1));
        }

        /** Whether it is written as a list, which no shell reads. */
        boolean isList() {
            return command().startsWith("[");
        }

        /** The list. */
        List<String> list() {
            return Arrays.asList(JsonMapper.shared().readValue(command(), String[].class));
        }

        /** What stands after a word and options, for HEALTHCHECK. */
        private String command() {
            int list = text.indexOf('[');
            return word.equals("HEALTHCHECK") && list >= 0 ? text.substring(list) : text;
        }
    }

    static ImageDefinition of(String dockerfile) {
        List<Instruction> instructions = new ArrayList<>();
        Map<String, String> arguments = new LinkedHashMap<>();
        int stage = 0;
        for (String line : withoutComments(dockerfile).replace("\\\n", " ").lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("\\s+", 2);
            String text = parts[1];
            for (Map.Entry<String, String> argument : arguments.entrySet()) {
                text = text.replace("${" + argument.getKey() + "}", argument.getValue());
            }
            if (parts[0].equals("ARG")) {
                String[] argument = text.split("=", 2);
                arguments.put(argument[0], argument[1]);
            }
            stage += parts[0].equals("FROM") ? 1 : 0;
            instructions.add(new Instruction(stage, parts[0], text));
        }
        return new ImageDefinition(List.copyOf(instructions));
    }

    private static String withoutComments(String dockerfile) {
        return dockerfile.lines().filter(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");
    }

    /** Those with a word. */
    List<Instruction> all(String word) {
        return instructions.stream().filter(instruction -> instruction.word().equals(word)).toList();
    }

    /** Those of the image itself, which is the last stage. */
    List<Instruction> ofImage(String word) {
        int last = instructions.getLast().stage();
        return all(word).stream().filter(instruction -> instruction.stage() == last).toList();
    }

    /** The variables that the image sets. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Instruction variables : ofImage("ENV")) {
            for (String variable : variables.words()) {
                String[] parts = variable.split("=", 2);
                environment.put(parts[0], parts[1]);
            }
        }
        return environment;
    }
}
