package org.undatacube.contributions.intake.csv;

import java.util.Optional;
import org.undatacube.http.Problem;

/** What a sender declares about the way in which the file is written. */
public record StatedDialect(Optional<Delimiter> delimiter, Optional<DecimalMark> decimal) {

    /**
     * @param delimiter a name or the character, or null
     * @param decimal point or comma, or null
     * @param tabs whether the media type says that there are tabs between the columns
     * @throws Problem (400) where one of them is none
     */
    public static StatedDialect of(String delimiter, String decimal, boolean tabs) {
        if (delimiter != null && Delimiter.find(delimiter).isEmpty()) {
            throw Problem.invalidParameter(
                    "delimiter", delimiter, "This cannot stand between columns.", Delimiter.choices());
        }
        if (decimal != null && DecimalMark.find(decimal).isEmpty()) {
            throw Problem.invalidParameter("decimal", decimal, "This is not a decimal mark.", "point or comma");
        }
        return new StatedDialect(
                Optional.ofNullable(delimiter)
                        .flatMap(Delimiter::find)
                        .or(() -> tabs ? Optional.of(Delimiter.TAB) : Optional.empty()),
                Optional.ofNullable(decimal).flatMap(DecimalMark::find));
    }
}
