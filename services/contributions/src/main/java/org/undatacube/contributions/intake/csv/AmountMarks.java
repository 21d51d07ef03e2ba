package org.undatacube.contributions.intake.csv;

import java.util.Optional;

/**
 * Finds out how all amounts of a file are written. One that can only be read in one way decides for those that could be
 * read in both.
 */
final class AmountMarks {
    private boolean allWithPoint = true;
    private boolean allWithComma = true;
    private boolean ambiguous;
    private boolean anyComma;

    void see(String amount) {
        Optional<String> withPoint = DecimalMark.POINT.plain(amount);
        if (withPoint.isPresent() && !allWithComma) {
            // how it would be read with a comma decides nothing any more
            anyComma |= amount.indexOf(DecimalMark.COMMA.mark()) >= 0;
            return;
        }
        Optional<String> withComma = DecimalMark.COMMA.plain(amount);
        // what is no number either way says nothing about the others
        if (withPoint.isPresent() || withComma.isPresent()) {
            allWithPoint &= withPoint.isPresent();
            allWithComma &= withComma.isPresent();
            ambiguous |= withPoint.isPresent() && withComma.isPresent() && !withPoint.equals(withComma);
            anyComma |= amount.indexOf(DecimalMark.COMMA.mark()) >= 0;
        }
    }

    /**
     * Empty where there are two ways to read the file.
     *
     * @param delimiter a program that writes decimals with a comma does not put one between columns as well
     */
    Optional<DecimalMark> decide(Delimiter delimiter) {
        if (allWithPoint && allWithComma && ambiguous) {
            return delimiter == Delimiter.COMMA && !anyComma ? Optional.of(DecimalMark.POINT) : Optional.empty();
        }
        // where amounts contradict each other those with a comma are found one by one
        return Optional.of(allWithPoint || !allWithComma ? DecimalMark.POINT : DecimalMark.COMMA);
    }

    /** Whether there is a comma in any amount. */
    boolean anyComma() {
        return anyComma;
    }
}
