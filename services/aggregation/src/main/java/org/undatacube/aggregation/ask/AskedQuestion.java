package org.undatacube.aggregation.ask;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question as JSON, for the OpenAPI document only: it is read token by token, never into this. */
@Schema(
        name = "Question",
        additionalProperties = Schema.False.class,
        description = "The parameters of the GET as properties: their text, or a list of their items")
record AskedQuestion(
        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "[\"sdg.goal\", \"year\"]")
        Object drilldown,

        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "year")
        Object columns,

        @Schema(
                oneOf = {String.class, Cuts.class},
                examples = "[\"year:2022..2024\", {\"dimension\": \"location\", \"members\": [\"2\"], \"not\": true}]")
        Object cut,

        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "amount:ge:1000000")
        Object where,

        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "[\"amount\", \"share.total\"]")
        Object measures,

        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "amount:ge:1000")
        Object having,

        @Schema(
                enumeration = {"none", "rollup", "cube"},
                examples = "rollup")
        String subtotals,

        @Schema(minimum = "1", maximum = "10000", examples = "10")
        Integer top,

        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "year")
        Object per,

        @Schema(examples = "true") Boolean others,

        @Schema(
                oneOf = {String.class, Texts.class},
                examples = "-amount")
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

    @Schema(name = "QuestionTexts", type = SchemaType.ARRAY, implementation = String.class)
    private static final class Texts {}

    @Schema(name = "QuestionCuts", type = SchemaType.ARRAY, implementation = AnyCut.class)
    private static final class Cuts {}

    @Schema(
            name = "CutCondition",
            oneOf = {String.class, CutInParts.class})
    private static final class AnyCut {}

    /** One of level, hierarchy and only, or none of them. */
    @Schema(
            name = "CutInParts",
            additionalProperties = Schema.False.class,
            requiredProperties = {"dimension", "members"})
    record CutInParts(
            @Schema(examples = "location") String dimension,

            @Schema(description = "On which each code must stand", examples = "region")
            String level,

            @Schema(description = "Of whose groups the members are the codes", examples = "groups")
            String hierarchy,

            @Schema(description = "Whether codes below the members are not meant", examples = "false")
            Boolean only,

            @Schema(description = "Codes, ranges such as 5..8, groups or years", examples = "[\"2\"]")
            Members members,

            @Schema(description = "Whether all others are meant", examples = "true")
            Boolean not) {}

    @Schema(name = "CutMembers", type = SchemaType.ARRAY, implementation = AnyMember.class)
    private static final class Members {}

    @Schema(
            name = "CutMember",
            oneOf = {String.class, Integer.class})
    private static final class AnyMember {}
}
