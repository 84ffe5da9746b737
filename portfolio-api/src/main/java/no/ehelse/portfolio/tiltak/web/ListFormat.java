package no.ehelse.portfolio.tiltak.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.ehelse.portfolio.importing.FileFormat;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

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
        for (MediaType wanted : accepted(accept)) {
            for (ListFormat known : values()) {
                if (wanted.getQualityValue() > 0 && wanted.includes(known.type())) {
                    return known;
                }
            }
        }
        throw new ProblemException(ProblemCode.NOT_ACCEPTABLE,
                "There is JSON (application/json), CSV (text/csv) and xlsx (" + XLSX.type + ").");
    }

    private static List<MediaType> accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(types);
            types.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
            return types;
        } catch (InvalidMediaTypeException malformed) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "The Accept header cannot be read.");
        }
    }
}
