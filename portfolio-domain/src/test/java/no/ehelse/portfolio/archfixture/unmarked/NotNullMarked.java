package no.ehelse.portfolio.archfixture.unmarked;

/** Breaks the rule on null: its package says nothing about it. */
public class NotNullMarked {}
