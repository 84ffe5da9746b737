package no.ehelse.portfolio.importing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.codelist.Code;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/** A bundled file of the sample data that is no report: every row by its headings. */
final class SampleTable {

    private static final String FOLDER = "/sample-data/";

    private SampleTable() {}

    /** One row. */
    record Row(Map<String, String> cells) {

        /** The text under a heading; empty where the cell is. */
        String text(String heading) {
            String cell = cells.get(heading);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + heading + " among " + cells.keySet());
            }
            return cell;
        }

        /** The parts of a cell that holds several, between vertical bars. */
        List<String> several(String heading) {
            return text(heading).isEmpty() ? List.of() : Arrays.asList(text(heading).split("\\|"));
        }

        /** The tiltak that the row is about. */
        TiltakNumber number() {
            return new TiltakNumber(Integer.parseInt(text(Layout.NUMBER)));
        }

        /** The code whose Norwegian label stands under a heading. */
        <C extends Enum<C> & Code> C code(Class<C> list, String heading) {
            return Code.labelled(list, text(heading)).orElseThrow();
        }
    }

    /** The rows of a file. */
    static List<Row> rows(String name) {
        try {
            Sheet sheet = CsvSheet.read(bytes(name));
            return sheet.lines().stream().map(line -> row(sheet.headings(), line.cells())).toList();
        } catch (UnreadableFile unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }

    private static Row row(List<String> headings, List<String> cells) {
        Map<String, String> byHeading = new HashMap<>();
        int last = headings.size() - 1;
        for (int place = 0; place < last; place++) {
            byHeading.put(headings.get(place), cells.get(place));
        }
        // Running text stands in the last column, and the files do not quote the semicolons in it.
        byHeading.put(headings.get(last), String.join(";", cells.subList(last, cells.size())));
        return new Row(byHeading);
    }

    /** The bytes of a file. */
    static byte[] bytes(String name) {
        try (InputStream file = SampleTable.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new FileNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
