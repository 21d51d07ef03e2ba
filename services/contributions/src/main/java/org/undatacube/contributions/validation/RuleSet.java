package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Severity;

/**
 * The rules as they are applied: the catalogue, and what administrators set.
 *
 * @param settingsVersion how often anything had been set
 * @param settings by rule; rules without are applied as the catalogue has them
 */
public record RuleSet(long settingsVersion, Map<Rule, List<RuleSetting>> settings) {
    /** Nothing was set. */
    static final RuleSet CATALOGUE = new RuleSet(0, Map.of());

    public RuleSet {
        settings = Map.copyOf(settings);
    }

    /** Of the catalogue and of the settings: {@code 3.12}. */
    public String version() {
        return Rule.CATALOGUE + "." + settingsVersion;
    }

    /** The rules whose warnings must be explained in a year and flow, by their identifiers. */
    public Set<String> explanationRequired(int year, Flow flow) {
        return Stream.of(Rule.values())
                .filter(rule -> setting(rule, Optional.of(year), Optional.of(flow))
                        .filter(RuleSetting::explanationRequired)
                        .isPresent())
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    List<RuleSetting> of(Rule rule) {
        return settings.getOrDefault(rule, List.of());
    }

    Severity severity(Rule rule, Optional<Integer> year, Optional<Flow> flow) {
        return setting(rule, year, flow)
                .map(RuleSetting::severity)
                .orElse(rule.treatment().severity());
    }

    BigDecimal tolerance(Rule rule, Optional<Integer> year, Optional<Flow> flow) {
        return setting(rule, year, flow)
                .map(RuleSetting::tolerance)
                .orElseGet(() -> rule.treatment().tolerance().value());
    }

    private Optional<RuleSetting> setting(Rule rule, Optional<Integer> year, Optional<Flow> flow) {
        return of(rule).stream().filter(setting -> setting.covers(year, flow)).findFirst();
    }
}
