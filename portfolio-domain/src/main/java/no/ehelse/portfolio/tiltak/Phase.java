package no.ehelse.portfolio.tiltak;

import java.util.List;
import no.ehelse.portfolio.codelist.Code;

/** How far a tiltak has come in the project model. */
public enum Phase implements Code {
    /** An idea is described. */
    IDEA("Idé", "Idea", "Ide"),
    /** Alternatives are weighed. */
    CONCEPT("Konsept", "Concept"),
    /** The execution is planned. */
    PLAN("Planlegge", "Plan"),
    /** It is carried out. */
    EXECUTE("Gjennomføre", "Execute"),
    /** It is handed over and closed. */
    CLOSE("Avslutte", "Close"),
    /** Benefits are realised. */
    REALISE("Realisere", "Realise", "Realisering");

    private final String nb;
    private final String en;
    private final String variant;

    Phase(String nb, String en) {
        this(nb, en, nb);
    }

    Phase(String nb, String en, String variant) {
        this.nb = nb;
        this.en = en;
        this.variant = variant;
    }

    @Override
    public String nb() {
        return nb;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public List<String> variants() {
        return List.of(variant);
    }
}
