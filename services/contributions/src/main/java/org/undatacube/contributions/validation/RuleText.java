package org.undatacube.contributions.validation;

/**
 * What a rule says in one language.
 *
 * @param right what would be right
 * @param source the data standard, or the practice of the data, that it comes from
 */
record RuleText(String title, String text, String right, String source) {}
