package org.undatacube.aggregation.ask;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question as JSON, for the OpenAPI document only: it is read token by token, never into this.
 *
 * <p>What is a text or a list has no type there, and its description says so: generated clients in Java do not compile, or
 * send no lists, where a schema is one of several of which one is a list.
 */
@Schema(
        name = "Question",
        additionalProperties = Schema.False.class,
        description = "The parameters of the GET as properties: their text, or a list of their items")
record AskedQuestion(
        @Schema(description = "A text, or a list of texts", examples = "[\"sdg.goal\", \"year\"]")
        Object drilldown,

        @Schema(description = "A text, or a list of texts", examples = "year")
        Object columns,

        @Schema(
                description = AskedQuestion.CUT,
                examples = "[\"year:2022..2024\", {\"dimension\": \"location\", \"members\": [\"2\"], \"not\": true}]")
        Object cut,

        @Schema(description = "A text, or a list of texts", examples = "amount:ge:1000000")
        Object where,

        @Schema(description = "A text, or a list of texts", examples = "[\"amount\", \"share.total\"]")
        Object measures,

        @Schema(description = "A text, or a list of texts", examples = "amount:ge:1000")
        Object having,

        @Schema(
                enumeration = {"none", "rollup", "cube"},
                examples = "rollup")
        String subtotals,

        @Schema(minimum = "1", maximum = "10000", examples = "10")
        Integer top,

        @Schema(description = "A text, or a list of texts", examples = "year")
        Object per,

        @Schema(examples = "true") Boolean others,

        @Schema(description = "A text, or a list of texts", examples = "-amount")
        Object order,

        @Schema(minimum = "1", maximum = "100000", examples = "20")
        Integer limit,

        @Schema(minimum = "0", examples = "0") Integer offset,

        @Schema(
                oneOf = {String.class, Integer.class},
                examples = "2024")
        Object structure,

        @Schema(
                enumeration = {"gross", "eliminated", "net"},
                examples = "net")
        String consolidation,

        @Schema(minimum = "0", maximum = "9", examples = "0")
        Integer decimals,

        @Schema(
                enumeration = {"half-even", "additive"},
                examples = "half-even")
        String rounding,

        @Schema(minimum = "0", examples = "1") Integer edition,
        @Schema(examples = "2030-12-31") String asOf,
        @Schema(examples = "true") Boolean gaps,
        @Schema(examples = "false") Boolean explain,

        @Schema(description = "The form of the answer, whatever Accept says", examples = "json")
        String format,

        @Schema(
                enumeration = {"id", "name", "both"},
                examples = "both")
        String labels,

        @Schema(
                enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                examples = "fr")
        String lang) {

    private static final String CUT =
            "A text, or a list of texts and of objects. An object has the text dimension and the list"
                    + " members (codes, ranges such as 5..8, groups or years), and where it is wanted level (on which each code must"
                    + " stand) or hierarchy (of whose groups the members are the codes) or only (codes below the members are not meant),"
                    + " and not (all others are meant).";
}
