package org.undatacube.aggregation.preaggregate;

/** What each code of a dimension adds to the number of a row's cell. It never changes. */
final class CodeOffsets {
    /** By code; {@link Grid#REJECTED} where it is filtered out. */
    final long[] offsets;
    /** Which codes are not filtered out, a bit for each. */
    final long[] passing;

    CodeOffsets(long[] offsets) {
        this.offsets = offsets;
        this.passing = new long[(offsets.length + Long.SIZE - 1) / Long.SIZE];
        for (int code = 0; code < offsets.length; code++) {
            if (offsets[code] >= 0) {
                passing[code / Long.SIZE] |= 1L << code;
            }
        }
    }
}
