package no.ehelse.portfolio.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.ehelse.portfolio.xlsx.Relationships.Related;
import no.ehelse.portfolio.xlsx.UnreadableWorkbook.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An xlsx workbook that somebody sent. Its formulas are not computed, its links are not followed, its macros are a
 * reason to refuse it.
 *
 * <pre>{@code
 * for (Worksheet sheet : Workbook.open(file, limits).visibleSheets()) {
 *     sheet.read(row -> { …; return true; });
 * }
 * }</pre>
 */
public final class Workbook {

    private static final String TYPES = "[Content_Types].xml";
    private static final String MACRO_ENABLED = "macroenabled";

    private final List<Worksheet> visibleSheets;

    private Workbook(List<Worksheet> visibleSheets) {
        this.visibleSheets = List.copyOf(visibleSheets);
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableWorkbook if it is no such workbook, damaged, encrypted, or has macros or a document type
     * @throws WorkbookTooLarge if it goes beyond the limits
     */
    public static Workbook open(byte[] file, WorkbookLimits limits) throws UnreadableWorkbook {
        Archive archive = Archive.unpacked(file, limits);
        refuseMacros(archive, limits);
        String main = Relationships.of("", archive, limits)
                .ofType("officeDocument")
                .map(Related::name)
                .orElse("");
        byte[] content = archive.part(main);
        if (content == null) {
            throw noWorkbook();
        }
        Relationships related = Relationships.of(main, archive, limits);
        CellReader cells = new CellReader(
                SharedStrings.of(related(related, "sharedStrings", archive), limits),
                DateStyles.of(related(related, "styles", archive), limits), limits);
        XmlReader xml = new XmlReader(content, "workbook", limits);
        xml.nextWithin(0);
        if (!xml.is("workbook")) {
            throw noWorkbook();
        }
        return new Workbook(sheets(xml, related, archive, cells, limits));
    }

    private static void refuseMacros(Archive archive, WorkbookLimits limits) throws UnreadableWorkbook {
        byte[] types = archive.part(TYPES);
        if (types == null) {
            throw noWorkbook();
        }
        XmlReader xml = new XmlReader(types, TYPES, limits);
        xml.nextWithin(0);
        while (xml.nextWithin(1)) {
            String type = xml.attribute("ContentType");
            if (type != null && type.toLowerCase(Locale.ROOT).contains(MACRO_ENABLED)) {
                throw Archive.withMacros();
            }
        }
    }

    private static UnreadableWorkbook noWorkbook() {
        return new UnreadableWorkbook(Reason.UNREADABLE_FILE,
                "The file is a zip archive of another kind, and no xlsx workbook.");
    }

    private static byte @Nullable [] related(Relationships related, String type, Archive archive) {
        Optional<Related> part = related.ofType(type);
        return part.isPresent() ? archive.part(part.get().name()) : null;
    }

    private static List<Worksheet> sheets(XmlReader xml, Relationships related, Archive archive, CellReader cells,
            WorkbookLimits limits) throws UnreadableWorkbook {
        List<Worksheet> visible = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        int count = 0;
        while (xml.nextWithin(1)) {
            if (!xml.is("sheets")) {
                continue;
            }
            while (xml.nextWithin(2)) {
                if (++count > limits.sheets()) {
                    throw new WorkbookTooLarge("The workbook has more than " + limits.sheets() + " sheets.");
                }
                String name = xml.attribute("name");
                String state = xml.attribute("state");
                Related part = related.find(xml.qualified("id")).orElseThrow(Workbook::sheetMissing);
                if (part.type().equals("worksheet") && (state == null || state.equals("visible"))) {
                    byte[] content = archive.part(part.name());
                    if (content == null || !parts.add(part.name())) {
                        throw sheetMissing();
                    }
                    visible.add(new Worksheet(name == null ? "" : name, content, cells, limits));
                }
            }
        }
        return visible;
    }

    private static UnreadableWorkbook sheetMissing() {
        return UnreadableWorkbook.damaged("a sheet is missing, or there twice");
    }

    /** The worksheets that people see, in their order. */
    public List<Worksheet> visibleSheets() {
        return visibleSheets;
    }
}
