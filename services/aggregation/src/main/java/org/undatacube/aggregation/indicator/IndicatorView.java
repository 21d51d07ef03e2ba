package org.undatacube.aggregation.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.ask.QuestionAddress;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Obstacle;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.SubsetReader;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Language;

/**
 * An indicator's figures.
 *
 * @param indicator what it is
 * @param edition the edition that last changed anything of what the figures are about
 * @param publishedAt when that edition was published; absent for edition 0
 * @param by years, entities or both, as a question names them
 * @param numerator as it was asked; absent where the indicator cannot be computed or the code lists do not have what it
 *     names
 * @param denominator as it was asked; also absent where the numerator is the value
 * @param values one for each year or entity, or both, of which anything is published
 * @param coverage how much of what is published the figures are taken from, all together
 * @param missing entities and years whose numerator or denominator is not known
 * @param notes what must be known to read the figures rightly
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorView(
        @JsonUnwrapped Definition indicator,
        long edition,
        Instant publishedAt,
        List<String> by,
        QuestionView numerator,
        QuestionView denominator,
        List<Value> values,
        Coverage coverage,
        List<Missing> missing,
        List<String> notes) {

    /** @param language of the names of entities */
    static IndicatorView of(IndicatorInquiry asked, Language language) {
        IndicatorFigures figures = new IndicatorFigures(asked, language);
        Edition edition = asked.shownEdition();
        return new IndicatorView(
                Definition.of(asked.indicator()),
                edition.number(),
                edition.publishedAt(),
                asked.subset().by().stream()
                        .map(drilldown ->
                                drilldown instanceof Drilldown.ByYear ? SubsetReader.YEAR : SubsetReader.ENTITY)
                        .toList(),
                question(asked.numerator(), asked),
                question(asked.denominator(), asked),
                figures.values(),
                figures.coverage(),
                Missings.of(asked),
                Stream.concat(Missings.whyNothing(asked).stream(), figures.notes().stream())
                        .distinct()
                        .toList());
    }

    private static QuestionView question(Optional<IndicatorInquiry.Part> part, IndicatorInquiry asked) {
        return part.flatMap(IndicatorInquiry.Part::inquiry)
                .map(inquiry -> QuestionView.of(
                        inquiry.question().cube(),
                        inquiry.question().canonical(),
                        asked.state(),
                        inquiry.choice().obstacle().orElse(null)))
                .orElse(null);
    }

    /**
     * What an indicator is.
     *
     * @param definition what it says
     * @param formula how it is computed; absent where it cannot be
     * @param since the first year of which it can be known; absent where there is none
     * @param uncovered what becomes of an entity's year of which only the denominator is known: left-out (of both) or zero;
     *     absent without a denominator
     * @param source who defines it
     * @param proxy of which official indicator this is a stand-in, and why it is another; absent where it is what it is
     *     called
     * @param obstacle why it cannot be computed; absent where it can
     */
    @Schema(name = "IndicatorDefinition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Definition(
            String id,
            String title,
            String definition,
            String formula,
            Unit unit,
            Integer since,
            Uncovered uncovered,
            String source,
            Indicator.Proxy proxy,
            String obstacle) {
        static Definition of(Indicator indicator) {
            return new Definition(
                    indicator.id(),
                    indicator.title(),
                    indicator.definition(),
                    indicator.formula(),
                    indicator.unit(),
                    indicator.since(),
                    indicator.uncovered(),
                    indicator.source(),
                    indicator.proxy(),
                    indicator.obstacle());
        }
    }

    /**
     * An indicator in the list of all.
     *
     * @param numerator its question by year; absent where the indicator cannot be computed
     * @param href where its figures are
     */
    @Schema(name = "IndicatorSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(@JsonUnwrapped Definition indicator, QuestionView numerator, QuestionView denominator, String href) {
        static Summary of(Indicator indicator) {
            return new Summary(
                    Definition.of(indicator),
                    QuestionView.byYear(indicator, indicator.numerator()),
                    QuestionView.byYear(indicator, indicator.denominator()),
                    IndicatorResource.ADDRESS + "/" + indicator.id());
        }
    }

    /**
     * A question that can be asked of a cube.
     *
     * @param question as the cube would say it
     * @param href where it can be asked, which gives the figure of all entities and years, also of those left out of the
     *     ratio
     * @param obstacle why no entity's year can be answered; absent where any is
     */
    @Schema(name = "IndicatorQuestion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(Flow cube, Question.Canonical question, String href, Obstacle obstacle) {

        static QuestionView byYear(Indicator indicator, Indicator.Part part) {
            return part == null ? null : of(part.cube(), indicator.byYear(part), Map.of(), null);
        }

        static QuestionView of(Flow cube, Question.Canonical question, Map<String, String> state, Obstacle obstacle) {
            return new QuestionView(cube, question, QuestionAddress.of(cube, question, state), obstacle);
        }
    }

    /** An entity. */
    @Schema(name = "IndicatorEntity")
    record Member(String code, String label) {}

    /**
     * A figure.
     *
     * @param year absent where figures are not by year
     * @param entity absent where they are not by entity
     * @param numerator null where nothing of it is known, as is denominator
     * @param denominator also null where the indicator has none
     * @param value null where a part of it is not known, or the denominator is zero
     * @param coverage of what the figure is taken
     */
    @Schema(name = "IndicatorValue")
    record Value(
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,
            @JsonInclude(JsonInclude.Include.NON_NULL) Member entity,
            @Schema(nullable = true) Quantity numerator,
            @Schema(nullable = true) Quantity denominator,
            @Schema(nullable = true) Quantity value,
            Coverage coverage) {}

    /**
     * How much of what is published of the indicator's cube is in a figure.
     *
     * @param entityYearsReporting pairs of entity and year with anything published
     * @param entityYearsCovered those of them that are in the figure
     * @param amountReported the sum of the control totals
     * @param amountCovered the sum of the totals of the breakdowns that the denominator, or else the numerator, is taken from
     */
    @Schema(name = "IndicatorCoverage")
    record Coverage(int entityYearsReporting, int entityYearsCovered, Usd amountReported, Usd amountCovered) {}

    /**
     * An entity's year of which not all is known.
     *
     * @param parts numerator, denominator or both: what is not known
     * @param effect what becomes of it: left out (of the figure), or counted as zero (in the numerator)
     * @param amountReported the control total
     */
    @Schema(name = "MissingFromIndicator")
    record Missing(String entity, int year, List<String> parts, String effect, String reason, Usd amountReported) {}
}
