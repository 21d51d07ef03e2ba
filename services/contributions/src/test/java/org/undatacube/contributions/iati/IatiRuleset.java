package org.undatacube.contributions.iati;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** A ruleset in the form in which IATI writes them: by context and kind, each rule with paths and conditions in XPath. */
final class IatiRuleset {
    private static final String REGISTER = "XM-DAC-";

    private final JsonNode rules;
    private final Set<String> publishers;
    private final LocalDate today;
    private final XPaths paths = new XPaths();

    /** @param publishers the identifiers that some rules make an exception for */
    IatiRuleset(JsonNode rules, Set<String> publishers, LocalDate today) {
        this.rules = rules;
        this.publishers = publishers;
        this.today = today;
    }

    /** Warnings are faults too. */
    List<String> faults(Document document) throws XPathExpressionException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> context : rules.properties()) {
            for (Node node : paths.nodes(document, context.getKey())) {
                judge(context.getValue(), node, faults);
            }
        }
        return faults;
    }

    private void judge(JsonNode byKind, Node node, List<String> faults) throws XPathExpressionException {
        for (Map.Entry<String, JsonNode> kind : byKind.properties()) {
            for (JsonNode rule : kind.getValue().get("cases")) {
                boolean applies = !rule.has("condition") || paths.holds(node, text(rule, "condition"));
                if (kind.getKey().equals("loop")) {
                    loop(rule, node, faults);
                } else if (applies && !holds(kind.getKey(), rule, node)) {
                    faults.add(rule.at("/ruleInfo/id").asText() + ": "
                            + rule.at("/ruleInfo/message").asText());
                }
            }
        }
    }

    private void loop(JsonNode rule, Node node, List<String> faults) throws XPathExpressionException {
        for (String value : Set.copyOf(paths.texts(node, text(rule, "foreach")))) {
            String rules = rule.get("do").toString().replace("$1", value);
            try {
                judge(new ObjectMapper().readTree(rules), node, faults);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean holds(String kind, JsonNode rule, Node node) throws XPathExpressionException {
        return switch (kind) {
            case "unique" ->
                values(rule, node).distinct().count() == values(rule, node).count();
            case "startswith" -> values(rule, node).allMatch(value -> startsRight(rule, node, value));
            case "atleast_one" -> nodes(rule, node) > 0;
            case "no_more_than_one" -> nodes(rule, node) <= 1;
            case "one_or_all" -> oneOrAll(rule, node);
            case "date_now" -> dates(node, text(rule, "date")).allMatch(date -> !date.isAfter(today));
            case "date_order" -> inOrder(node, text(rule, "less"), text(rule, "more"));
            case "between_dates" ->
                inOrder(node, text(rule, "start"), text(rule, "date"))
                        && inOrder(node, text(rule, "date"), text(rule, "end"));
            case "time_limit" ->
                dates(node, text(rule, "start"))
                        .allMatch(start ->
                                dates(node, text(rule, "end")).noneMatch(end -> end.isAfter(start.plusYears(1))));
            case "regex_matches" ->
                values(rule, node)
                        .filter(value -> !rule.has("idCondition") || !isOfAPublisher(value))
                        .allMatch(value -> value.matches(text(rule, "regex").replaceAll("^\\^|\\$$", "")));
            case "no_spaces" -> values(rule, node).allMatch(value -> value.equals(value.strip()));
            case "strict_sum" ->
                values(rule, node)
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(rule.get("sum").decimalValue())
                        == 0;
            case "range" ->
                values(rule, node)
                        .map(BigDecimal::new)
                        .allMatch(value -> value.compareTo(rule.get("min").decimalValue()) >= 0
                                && value.compareTo(rule.get("max").decimalValue()) <= 0);
            case "if_then" -> !paths.holds(node, text(rule, "if")) || paths.holds(node, text(rule, "then"));
            default -> throw new IllegalArgumentException("no kind of rule is called " + kind);
        };
    }

    private boolean startsRight(JsonNode rule, Node node, String value) {
        if (rule.has("idCondition")) {
            return isOfAPublisher(value) || value.startsWith(REGISTER);
        }
        return StreamSupport.stream(rule.get("prefix").spliterator(), false)
                .flatMap(prefix -> texts(node, prefix.asText()))
                .anyMatch(prefix -> value.startsWith(prefix + text(rule, "separator")));
    }

    private boolean isOfAPublisher(String value) {
        return publishers.stream().anyMatch(publisher -> value.equals(publisher) || value.startsWith(publisher + "-"));
    }

    private boolean oneOrAll(JsonNode rule, Node node) throws XPathExpressionException {
        boolean one = !paths.nodes(node, text(rule, "one")).isEmpty();
        return one
                || switch (text(rule, "all")) {
                    case "lang" ->
                        paths.nodes(node, ".//narrative[not(@xml:lang)]").isEmpty();
                    case "sector" ->
                        paths.nodes(node, "transaction[not(sector)]").isEmpty();
                    case "currency" ->
                        paths.nodes(node, ".//value[not(@currency)]").isEmpty();
                    default -> throw new IllegalArgumentException("nobody knows all of " + rule);
                };
    }

    private boolean inOrder(Node node, String less, String more) {
        return dates(node, less).allMatch(before -> dates(node, more).noneMatch(before::isAfter));
    }

    private Stream<LocalDate> dates(Node node, String path) {
        return path.equals("NOW")
                ? Stream.of(today)
                : texts(node, path).map(text -> LocalDate.parse(text.substring(0, "2024-12-31".length())));
    }

    private Stream<String> values(JsonNode rule, Node node) {
        return paths(rule).flatMap(path -> texts(node, path));
    }

    private long nodes(JsonNode rule, Node node) throws XPathExpressionException {
        long count = 0;
        for (String path : paths(rule).toList()) {
            count += paths.nodes(node, path).size();
        }
        return count;
    }

    private Stream<String> texts(Node node, String path) {
        try {
            return paths.texts(node, path).stream();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static Stream<String> paths(JsonNode rule) {
        return StreamSupport.stream(rule.get("paths").spliterator(), false).map(JsonNode::asText);
    }

    private static String text(JsonNode rule, String member) {
        return Optional.ofNullable(rule.get(member)).map(JsonNode::asText).orElse("");
    }
}
