package org.undatacube.aggregation.query;

import java.util.List;

/** What the parameters of an address are called, and the properties of the same question in JSON. */
public final class ParameterNames {
    public static final String DRILLDOWN = "drilldown";
    public static final String COLUMNS = "columns";
    public static final String CUT = "cut";
    public static final String WHERE = "where";
    public static final String MEASURES = "measures";
    public static final String HAVING = "having";
    public static final String SUBTOTALS = "subtotals";
    public static final String TOP = "top";
    public static final String PER = "per";
    public static final String OTHERS = "others";
    public static final String ORDER = "order";
    public static final String LIMIT = "limit";
    public static final String OFFSET = "offset";
    public static final String STRUCTURE = "structure";
    public static final String CONSOLIDATION = "consolidation";
    public static final String DECIMALS = "decimals";
    public static final String ROUNDING = "rounding";

    /** Those that are asked beside the question: of which state, and how the answer is given. */
    public static final String EDITION = "edition";

    public static final String AS_OF = "asOf";
    public static final String GAPS = "gaps";
    public static final String EXPLAIN = "explain";
    public static final String FORMAT = "format";
    public static final String LABELS = "labels";
    public static final String LANGUAGE = "lang";

    /** Of a comparison, the two editions. */
    public static final String FROM = "from";

    public static final String TO = "to";

    /** Of a lineage, the cell. */
    public static final String CELL = "cell";

    /** Those that make up a question. */
    public static final List<String> OF_A_QUESTION = List.of(
            DRILLDOWN,
            COLUMNS,
            CUT,
            WHERE,
            MEASURES,
            HAVING,
            SUBTOTALS,
            TOP,
            PER,
            OTHERS,
            ORDER,
            LIMIT,
            OFFSET,
            STRUCTURE,
            CONSOLIDATION,
            DECIMALS,
            ROUNDING);

    /** Those of a comparison of two editions. */
    public static final List<String> OF_A_COMPARISON =
            List.of(FROM, TO, DRILLDOWN, CUT, WHERE, LIMIT, OFFSET, STRUCTURE, CONSOLIDATION);

    /** Those by which it is decided which lines are in a question's cells. */
    public static final List<String> OF_THE_LINES =
            List.of(DRILLDOWN, CUT, WHERE, MEASURES, STRUCTURE, CONSOLIDATION, EDITION, AS_OF);

    private ParameterNames() {}
}
