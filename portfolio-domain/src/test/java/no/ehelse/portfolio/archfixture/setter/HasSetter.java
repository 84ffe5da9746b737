package no.ehelse.portfolio.archfixture.setter;

import org.jspecify.annotations.Nullable;

/** Breaks the rule on setters. */
public class HasSetter {

    private @Nullable String name;

    void setName(String name) {
        this.name = name;
    }

    @Nullable String name() {
        return name;
    }
}
