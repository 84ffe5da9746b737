package no.ehelse.portfolio.tiltak.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import no.ehelse.portfolio.importing.FileFormat;
import no.ehelse.portfolio.web.AcceptedTypes;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The formats in which tiltak are listed. */
enum ListFormat {
    /** JSON. */
    JSON(MediaType.APPLICATION_JSON),
    /** Semicolon-separated text for spreadsheets. */
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    /** A workbook. */
    XLSX(MediaType.parseMediaType(FileFormat.XLSX_TYPE));

    private final String type;

    ListFormat(MediaType type) {
        this.type = type.toString();
    }

    /** Whether it is a file that people keep, rather than an answer that programs read. */
    boolean isFile() {
        return this != JSON;
    }

    /** What the name of a file of this format ends with. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /**
     * The format of a request.
     *
     * @param format the parameter; null: the {@code Accept} header decides
     * @param accept the header; null: everything is accepted
     * @throws ProblemException if there is no such format, or none is acceptable
     */
    static ListFormat of(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return Arrays.stream(values())
                    .filter(known -> known.ending().equals(format))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("format", "unknown-value",
                            "format is json, csv or xlsx"));
        }
        for (MediaType wanted : AcceptedTypes.of(accept)) {
            for (ListFormat known : values()) {
                if (wanted.includes(known.type())) {
                    return known;
                }
            }
        }
        throw new ProblemException(ProblemCode.NOT_ACCEPTABLE,
                "There is JSON (application/json), CSV (text/csv) and xlsx (" + XLSX.type + ").");
    }
}
