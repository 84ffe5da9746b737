package no.ehelse.portfolio.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A table in docs/security.md.
 *
 * @param headings of the columns
 * @param rows the cells below, in their order
 */
record MarkdownTable(List<String> headings, List<List<String>> rows) {

    /** The table between two comments. */
    static MarkdownTable after(String comment) {
        try {
            String page = Files.readString(Path.of("..", "docs", "security.md"));
            int begin = page.indexOf("<!-- " + comment);
            String part = page.substring(begin, page.indexOf("<!-- end of", begin));
            List<List<String>> lines = part.lines()
                    .filter(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                            .map(cell -> cell.strip().replace("`", ""))
                            .toList())
                    .toList();
            return new MarkdownTable(lines.getFirst(), lines.subList(2, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
