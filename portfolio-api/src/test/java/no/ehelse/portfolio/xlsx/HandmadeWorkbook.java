package no.ehelse.portfolio.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook whose every part a test writes by hand, so that it can be as wrong as nobody's program makes it. */
public final class HandmadeWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relationships = new StringBuilder();
    private int count;

    private HandmadeWorkbook() {}

    /** A workbook without a sheet. */
    public static HandmadeWorkbook empty() {
        HandmadeWorkbook workbook = new HandmadeWorkbook();
        workbook.part("[Content_Types].xml", "<Types xmlns='" + PACKAGE + "content-types'>"
                + "<Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPE + "sheet.main+xml'/></Types>");
        workbook.part("_rels/.rels", "<Relationships xmlns='" + PACKAGE + "relationships'><Relationship Id='r' Type='"
                + DOCUMENT + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        return workbook;
    }

    /** A workbook with one sheet of such rows. */
    public static HandmadeWorkbook of(String rows) {
        return empty().sheet("Ark1", "visible", rows);
    }

    /** With one more sheet, made of rows. */
    public HandmadeWorkbook sheet(String name, String state, String rows) {
        return sheetPart(name, state, "<worksheet xmlns='" + MAIN + "'><dimension ref='A1:B2'/><sheetData>" + rows
                + "</sheetData></worksheet>");
    }

    /** With one more sheet, as it stands. */
    public HandmadeWorkbook sheetPart(String name, String state, String xml) {
        count++;
        sheets.append("<sheet name='")
                .append(name)
                .append("' sheetId='")
                .append(count)
                .append("' state='")
                .append(
                        state)
                .append("' r:id='s")
                .append(count)
                .append("'/>");
        related("s" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        return part("xl/worksheets/sheet" + count + ".xml", xml);
    }

    /** With a relationship of the workbook. */
    public HandmadeWorkbook related(String id, String type, String target) {
        relationships.append("<Relationship Id='")
                .append(id)
                .append("' Type='")
                .append(DOCUMENT)
                .append('/')
                .append(
                        type)
                .append("' Target='")
                .append(target)
                .append("'/>");
        return this;
    }

    /** With texts that cells refer to. */
    public HandmadeWorkbook strings(String items) {
        return related("strings", "sharedStrings", "sharedStrings.xml")
                .part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    /** With formats. */
    public HandmadeWorkbook styles(String content) {
        return related("styles", "styles", "/xl/styles.xml")
                .part("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'>" + content + "</styleSheet>");
    }

    /** With another part, or the same with other content. */
    public HandmadeWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** With another part, or the same with other content. */
    public HandmadeWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        all.putIfAbsent("xl/workbook.xml", ("<workbook xmlns='" + MAIN + "' xmlns:r='" + DOCUMENT + "'><sheets>"
                + sheets + "</sheets></workbook>").getBytes(StandardCharsets.UTF_8));
        all.putIfAbsent("xl/_rels/workbook.xml.rels", ("<Relationships xmlns='" + PACKAGE + "relationships'>"
                + relationships + "</Relationships>").getBytes(StandardCharsets.UTF_8));
        return zipped(all);
    }

    /** An archive of any parts. */
    public static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
