package no.ehelse.portfolio.archfixture.clock;

import java.util.Random;

/** Breaks the rule on chance. */
public class ThrowsDice {

    int thrown(Random dice) {
        return dice.nextInt(6);
    }
}
