package no.ehelse.portfolio.codelist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A constant of a code list: its name is what programs exchange, its labels are what people read. */
public interface Code {

    /** The English constant, as it stands in JSON, in events and in tables. */
    String name();

    /** The Norwegian (bokmål) label. */
    String nb();

    /** The English label. */
    String en();

    /** Other Norwegian spellings of the label that files are known to carry. */
    default List<String> variants() {
        return List.of();
    }

    /**
     * The code that a file means by a text: its Norwegian label or one of its variants, in any letter case, without
     * regard to surrounding space.
     *
     * @param list the code list
     * @param text the text of a cell
     * @return the code, or empty where the list has none of that label
     */
    static <C extends Enum<C> & Code> Optional<C> labelled(Class<C> list, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (C code : list.getEnumConstants()) {
            if (code.nb().toLowerCase(Locale.ROOT).equals(wanted)
                    || code.variants().stream().anyMatch(variant -> variant.toLowerCase(Locale.ROOT).equals(wanted))) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
