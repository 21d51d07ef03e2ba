package org.undatacube.codelists;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an amount is: money received or money spent. Each flow has dimensions of its own. */
public enum Flow {
    REVENUE(List.of(Dimension.INSTRUMENT, Dimension.CONTRIBUTOR)),
    EXPENSE(List.of(
            Dimension.FUNCTION,
            Dimension.LOCATION,
            Dimension.INSTRUMENT,
            Dimension.SDG,
            Dimension.CONTRIBUTOR,
            Dimension.GEM));

    private final List<Dimension> dimensions;

    Flow(List<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    /**
     * The dimensions that a line of this flow may give besides entity and year, in the standards' fixed order, which
     * also breaks ties between breakdowns.
     */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Flow of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("flow is revenue or expense, not " + code));
    }

    public static Optional<Flow> find(String code) {
        return Stream.of(values()).filter(flow -> flow.code().equals(code)).findFirst();
    }
}
