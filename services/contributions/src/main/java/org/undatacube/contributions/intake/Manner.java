package org.undatacube.contributions.intake;

/**
 * How a body is taken.
 *
 * @param draft whether it is to be judged as a whole later, once it is complete
 * @param partial whether good lines are kept though others are refused; what comes of it is a draft
 */
record Manner(boolean draft, boolean partial) {
    Manner {
        draft = draft || partial;
    }
}
