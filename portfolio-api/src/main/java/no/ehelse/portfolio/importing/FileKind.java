package no.ehelse.portfolio.importing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is, told by how it starts, whatever its sender calls it. */
enum FileKind {
    /** A zip archive. */
    ARCHIVE("a zip archive, such as an xlsx workbook"),
    /** A zip archive without anything in it. */
    EMPTY_ARCHIVE("an empty zip archive"),
    /** An xlsx workbook that is wrapped in its encryption. */
    ENCRYPTED_WORKBOOK("a workbook with a password"),
    /** What Office wrote before 2007. */
    OLD_OFFICE("an old Office document, such as an xls workbook"),
    /** A PDF. */
    PDF("a PDF"),
    /** Text in two-byte units. */
    UTF_16("text in UTF-16");

    private static final String PACKAGE_OF_ENCRYPTED =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** The kind of a file; empty where it starts like none of them. */
    static Optional<FileKind> of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return Optional.of(ARCHIVE);
        }
        if (text.startsWith("PK\u0005\u0006")) {
            return Optional.of(EMPTY_ARCHIVE);
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(text.contains(PACKAGE_OF_ENCRYPTED) ? ENCRYPTED_WORKBOOK : OLD_OFFICE);
        }
        if (text.startsWith("%PDF")) {
            return Optional.of(PDF);
        }
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            return Optional.of(UTF_16);
        }
        return Optional.empty();
    }

    /** What it is, after "The file is". */
    String description() {
        return description;
    }
}
