package org.undatacube.contributions.submission;

import java.util.List;

/**
 * A line as it was submitted: stored as one, or as several parts where it was split.
 *
 * @param parts by number, at least one
 */
public record SubmittedLine(List<Line> parts) {
    public SubmittedLine {
        parts = List.copyOf(parts);
    }

    /** Of the line, or its first part: what is said about it is kept there. */
    public LineKey key() {
        return parts.get(0).key();
    }

    public Amount dollars() {
        return parts.stream().map(Line::dollars).reduce(Amount.ZERO, Amount::plus);
    }

    public String lineId() {
        return parts.get(0).lineId();
    }

    public boolean isSplit() {
        return parts.size() > 1;
    }
}
