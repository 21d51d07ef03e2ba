package org.undatacube.contributions.submission;

import java.util.List;

/**
 * A line that was refused alone.
 *
 * @param row line of the file, or number of the line within its breakdown
 * @param cells what was sent, by the columns of its part
 * @param findings what rejects it, in words
 */
public record RejectedLine(long row, List<String> cells, String findings) {}
