package no.ehelse.portfolio.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils files that are imported: cells of CSV, parts of a workbook. */
final class FileDamage {

    private final RandomGenerator random;

    FileDamage(RandomGenerator random) {
        this.random = random;
    }

    /** The CSV with one cell that is hostile, or with a line, a column or a separator that it should not have. */
    byte[] ofCsv(byte[] file) {
        List<String> lines = new ArrayList<>(List.of(new String(file, StandardCharsets.UTF_8).split("\n", -1)));
        int line = random.nextInt(lines.size());
        String text = HostileValues.text(random);
        switch (random.nextInt(7)) {
            case 0 -> lines.add(lines.get(line));
            case 1 -> lines.set(line, lines.get(line) + ";" + text);
            case 2 -> lines.set(line, lines.get(line).replace(';', random.nextBoolean() ? ',' : '\t'));
            case 3 -> lines.set(line, lines.get(line) + ";x".repeat(300));
            case 4 -> lines.set(line, "\"" + lines.get(line));
            default -> lines.set(line, withCell(lines.get(line), text));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private String withCell(String line, String text) {
        String[] cells = line.split(";", -1);
        cells[random.nextInt(cells.length)] = "\"" + text.replace("\"", "\"\"") + "\"";
        return String.join(";", cells);
    }

    /** The same archive in the plainest form that there is; what writes it may use forms that only some can read. */
    static byte[] repacked(byte[] file) throws IOException {
        Path copy = Files.createTempFile("workbook", ".xlsx");
        Files.write(copy, file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile parts = new ZipFile(copy.toFile()); ZipOutputStream plain = new ZipOutputStream(bytes)) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                plain.putNextEntry(new ZipEntry(part.getName()));
                plain.write(parts.getInputStream(part).readAllBytes());
            }
        } finally {
            Files.delete(copy);
        }
        return bytes.toByteArray();
    }

    /** The workbook with one part that is spoilt, whole again as an archive. */
    byte[] ofWorkbook(byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream spoilt = new ZipOutputStream(bytes)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                spoilt.putNextEntry(new ZipEntry(part.getName()));
                String xml = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                boolean wanted = part.getName().contains(random.nextInt(3) == 0 ? "haredStrings" : "sheet1");
                spoilt.write((wanted || random.nextInt(8) == 0 ? xml(xml) : xml).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String xml(String xml) {
        String text = HostileValues.text(random);
        return switch (random.nextInt(9)) {
            case 0 -> xml.replaceFirst("\\?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>");
            case 1 -> xml.replaceFirst("(<v>|<t[^>]*>)", "$1&b;");
            case 2 -> xml.replaceFirst("(<v>|<t[^>]*>)", "$1_xD83D_");
            case 3 -> xml.replaceFirst("(<v>|<t[^>]*>)", "$1" + Matcher.quoteReplacement(text));
            case 4 -> xml.replaceFirst("<c ", "<c t=\"b\" ");
            case 5 -> xml.replaceFirst("(<c [^>]*>)", "$1<f>1+1</f>");
            case 6 -> xml.substring(0, random.nextInt(xml.length()));
            case 7 -> xml.replaceAll("r=\"[A-Z]+", "r=\"ZZZZZZ");
            default -> xml.replaceFirst("<v>[^<]*</v>", "<v>1e999999999</v>");
        };
    }
}
