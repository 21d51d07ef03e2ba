package org.undatacube.aggregation.indicator;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.Subset;
import org.undatacube.aggregation.query.SubsetReader;
import org.undatacube.codelists.Flow;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** From an indicator and the parameters of a request to the questions that give its figures. */
@Singleton
class IndicatorQuestions {
    /** What is asked beside the years and entities: it goes into each question as it is. */
    private static final List<String> PASSED_ON =
            List.of(ParameterNames.EDITION, ParameterNames.AS_OF, ParameterNames.STRUCTURE, ParameterNames.DECIMALS);

    /** Of which state is asked, for links to the same. */
    private static final List<String> OF_THE_STATE = List.of(ParameterNames.EDITION, ParameterNames.AS_OF);

    static final List<String> PARAMETERS = Stream.concat(
                    Stream.of(
                            SubsetReader.YEAR,
                            SubsetReader.ENTITY,
                            SubsetReader.BY,
                            ParameterNames.FORMAT,
                            ParameterNames.LANGUAGE),
                    PASSED_ON.stream())
            .toList();

    private final Answering answering;

    IndicatorQuestions(Answering answering) {
        this.answering = answering;
    }

    /** @throws Problem where a parameter is wrong, or the code lists cannot be read */
    IndicatorInquiry inquire(Snapshot snapshot, Indicator indicator, Parameters parameters, Patience patience) {
        Subset subset = new SubsetReader(answering.members(snapshot, parameters, patience)).read(parameters);
        Map<String, String> scope = scope(indicator, subset, parameters);
        Indicator.Part numerator = indicator.numerator();
        Flow cube = numerator == null ? Flow.REVENUE : numerator.cube();
        // first without what the indicator adds, so that what is wrong is the request's
        Inquiry all = answering.inquire(snapshot, cube, parameters(scope), patience);
        return new IndicatorInquiry(
                indicator,
                subset,
                all,
                part(numerator, scope, snapshot, patience),
                part(indicator.denominator(), scope, snapshot, patience),
                OF_THE_STATE.stream()
                        .flatMap(name -> parameters.text(name).map(text -> Map.entry(name, text)).stream())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)));
    }

    private static Map<String, String> scope(Indicator indicator, Subset subset, Parameters parameters) {
        Map<String, String> scope = new HashMap<>();
        scope.put(
                ParameterNames.DRILLDOWN,
                subset.by().stream().map(Drilldown::key).collect(Collectors.joining(",")));
        scope.put(
                ParameterNames.CUT,
                Stream.concat(subset.cuts().stream().map(Cut::text), indicator.commonCuts().stream())
                        .collect(Collectors.joining("|")));
        PASSED_ON.forEach(name -> parameters.text(name).ifPresent(text -> scope.put(name, text)));
        return scope;
    }

    /** Empty where the indicator has no such part. */
    private Optional<IndicatorInquiry.Part> part(
            Indicator.Part part, Map<String, String> scope, Snapshot snapshot, Patience patience) {
        if (part == null) {
            return Optional.empty();
        }
        Map<String, String> question = new HashMap<>(scope);
        question.put(ParameterNames.MEASURES, part.measures());
        if (part.cut() != null) {
            question.merge(ParameterNames.CUT, part.cut(), (given, own) -> given.isEmpty() ? own : given + "|" + own);
        }
        if (part.consolidation() != null) {
            question.put(ParameterNames.CONSOLIDATION, part.consolidation());
        }
        try {
            return Optional.of(IndicatorInquiry.Part.asked(
                    answering.inquire(snapshot, part.cube(), parameters(question), patience)));
        } catch (Problem e) {
            if (e.type() != CommonProblem.INVALID_PARAMETER) {
                throw e;
            }
            // the lists of another time, or an administrator's, need not have the codes that the indicator names
            return Optional.of(IndicatorInquiry.Part.unknown(part.cube(), e.getMessage()));
        }
    }

    private static Parameters parameters(Map<String, String> texts) {
        return new Parameters(
                texts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                Answering.PARAMETERS);
    }
}
