package org.undatacube.aggregation.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;

/** The measures of one cell or of the whole; null where one was not asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(Usd amount, Long lines, Long entities) {

    /** The figures of no lines. */
    public static Figures ofNothing(Collection<Measure> asked) {
        return new Figures(
                asked.contains(Measure.AMOUNT) ? Usd.ZERO : null,
                asked.contains(Measure.LINES) ? 0L : null,
                asked.contains(Measure.ENTITIES) ? 0L : null);
    }

    public Object of(Measure measure) {
        return switch (measure) {
            case AMOUNT -> amount;
            case LINES -> lines;
            case ENTITIES -> entities;
        };
    }
}
