package org.undatacube.aggregation.citation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.codelists.Flow;

/** What a cited answer is called: what was asked, in words where there are few and in its own spelling where it is exact. */
final class Title {
    private static final String AMOUNT = "amount";
    /** What the title says by itself, and what only says which part of the answer is given. */
    private static final List<String> SAID = List.of(
            ParameterNames.DRILLDOWN,
            ParameterNames.CUT,
            ParameterNames.MEASURES,
            ParameterNames.ORDER,
            ParameterNames.EDITION,
            ParameterNames.GAPS);

    private Title() {}

    static String of(Flow cube, JsonNode question) {
        StringBuilder title =
                new StringBuilder(cube == Flow.EXPENSE ? "Expenses" : "Revenue").append(" of the UN system");
        String by = words(text(question, ParameterNames.DRILLDOWN));
        if (!by.isEmpty()) {
            title.append(" by ").append(by);
        }
        if (!text(question, ParameterNames.CUT).isEmpty()) {
            title.append(", ").append(text(question, ParameterNames.CUT).replace("|", ", "));
        }
        if (!text(question, ParameterNames.MEASURES).equals(AMOUNT)) {
            title.append(", measures ")
                    .append(text(question, ParameterNames.MEASURES).replace(",", ", "));
        }
        List<String> further = new ArrayList<>();
        question.properties().forEach(field -> {
            boolean isUsual = field.getKey().equals(ParameterNames.OFFSET)
                    && field.getValue().asInt() == 0;
            if (!SAID.contains(field.getKey()) && !isUsual) {
                further.add(field.getKey() + " " + field.getValue().asText());
            }
        });
        if (!further.isEmpty()) {
            title.append(" (").append(String.join(", ", further)).append(')');
        }
        return title.toString();
    }

    /** {@code sdg.goal,year} is "SDG goal and year". */
    private static String words(String drilldowns) {
        List<String> words = Stream.of(drilldowns.split(","))
                .filter(drilldown -> !drilldown.isEmpty())
                .map(Title::word)
                .toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : words.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + words.get(last);
    }

    private static String word(String drilldown) {
        int point = drilldown.indexOf('.');
        String dimension = point < 0 ? drilldown : drilldown.substring(0, point);
        String level = point < 0 ? dimension : drilldown.substring(point + 1);
        String name = switch (dimension) {
            case "sdg" -> "SDG";
            case "gem" -> "gender equality marker";
            default -> dimension;
        };
        // "entity entity" says no more than "entity"
        return level.equals(dimension) ? name : name + " " + level;
    }

    private static String text(JsonNode question, String property) {
        return question.path(property).asText();
    }
}
