package org.undatacube.aggregation.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Flow;

/** Where a question can be asked, so that a figure that was taken from it can be had and refined there. */
public final class QuestionAddress {
    private QuestionAddress() {}

    /** @param beside what is asked beside the question, such as the edition */
    public static String of(Flow cube, Question.Canonical question, Map<String, String> beside) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(ParameterNames.DRILLDOWN, question.drilldown());
        parameters.put(ParameterNames.COLUMNS, question.columns());
        parameters.put(ParameterNames.CUT, question.cut());
        parameters.put(ParameterNames.WHERE, question.where());
        parameters.put(ParameterNames.MEASURES, question.measures());
        parameters.put(ParameterNames.HAVING, question.having());
        parameters.put(ParameterNames.SUBTOTALS, question.subtotals());
        parameters.put(ParameterNames.TOP, question.top());
        parameters.put(ParameterNames.PER, question.per());
        parameters.put(ParameterNames.OTHERS, question.others());
        parameters.put(ParameterNames.ORDER, question.order());
        parameters.put(ParameterNames.LIMIT, question.limit());
        parameters.put(
                ParameterNames.OFFSET, question.offset() == null || question.offset() == 0 ? null : question.offset());
        parameters.put(ParameterNames.STRUCTURE, question.structure());
        parameters.put(ParameterNames.CONSOLIDATION, question.consolidation());
        parameters.put(ParameterNames.DECIMALS, question.decimals());
        parameters.put(ParameterNames.ROUNDING, question.rounding());
        parameters.putAll(beside);
        String query = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null
                        && !parameter.getValue().toString().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + encoded(parameter.getValue().toString()))
                .collect(Collectors.joining("&"));
        return "/api/v1/cubes/" + cube.code() + "/aggregate" + (query.isEmpty() ? "" : "?" + query);
    }

    /** What a query may have as it is stays readable. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%3B", ";");
    }
}
