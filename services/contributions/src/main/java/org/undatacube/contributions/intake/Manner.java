package org.undatacube.contributions.intake;

/**
 * How a body is taken.
 *
 * @param draft whether it is to be judged as a whole later, once it is complete
 * @param partial whether good lines are kept though others are refused; what comes of it is a draft
 * @param onlyTried whether it is judged and not stored
 */
record Manner(boolean draft, boolean partial, boolean onlyTried) {
    Manner {
        draft = draft || partial;
    }
}
