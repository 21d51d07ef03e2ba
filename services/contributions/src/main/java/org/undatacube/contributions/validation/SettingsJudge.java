package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.contributions.validation.Treatment.Tolerance;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Judges whether a rule can be set as an administrator wants it. */
record SettingsJudge(Rule rule) {
    private static final int MOST = 100;
    private static final int FIRST_YEAR = 2011;
    private static final int LAST_YEAR = 2999;
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final int MOST_DECIMALS = 9;

    /** @throws Problem (422) that says what can be set */
    List<RuleSetting> judge(List<RuleSetting> settings) {
        if (settings == null || settings.size() > MOST || settings.stream().anyMatch(Objects::isNull)) {
            throw new Problem(CommonProblem.BAD_REQUEST, "settings is an array of at most " + MOST + " settings.")
                    .with("pointer", "/settings");
        }
        for (int index = 0; index < settings.size(); index++) {
            judge(settings.get(index), index);
            for (int before = 0; before < index; before++) {
                if (settings.get(index).overlaps(settings.get(before))) {
                    throw refusal(index, "It is for years and a flow that /settings/" + before + " is for as well.");
                }
            }
        }
        return settings;
    }

    private void judge(RuleSetting setting, int index) {
        Treatment treatment = rule.treatment();
        if (treatment.isFixed()) {
            throw refusal(
                    index,
                    rule.id() + " protects the form: what it rejects could not be stored, so it always rejects.");
        }
        judgeYears(setting, index);
        judgeTolerance(setting.tolerance(), treatment.tolerance(), index);
        if (treatment.flow() != null && setting.flow() != null && treatment.flow() != setting.flow()) {
            throw refusal(index, rule.id() + " is for " + treatment.flow().code() + " only.");
        }
        Severity severity = setting.severity() == null ? treatment.severity() : setting.severity();
        if (setting.explanationRequired() && severity != Severity.WARN) {
            throw refusal(index, "Only warnings are explained; with explanationRequired the severity is warn.");
        }
    }

    private void judgeYears(RuleSetting setting, int index) {
        int from = setting.fromYear() == null ? FIRST_YEAR : setting.fromYear();
        int to = setting.toYear() == null ? LAST_YEAR : setting.toYear();
        if (from < FIRST_YEAR || to > LAST_YEAR || from > to) {
            throw refusal(index, "fromYear and toYear lie between 2011 and 2999, and fromYear comes first.");
        }
    }

    private void judgeTolerance(BigDecimal wanted, Tolerance tolerance, int index) {
        if (wanted == null) {
            return;
        }
        if (tolerance == null) {
            throw refusal(index, rule.id() + " compares no figures: it has no tolerance.");
        }
        BigDecimal least = tolerance.unit() == Tolerance.Unit.FACTOR ? BigDecimal.ONE : BigDecimal.ZERO;
        boolean isSound =
                wanted.compareTo(least) >= 0 && wanted.compareTo(LARGEST) <= 0 && wanted.scale() <= MOST_DECIMALS;
        if (!isSound) {
            throw refusal(
                    index,
                    "The tolerance, in " + tolerance.unit() + ", is at least " + least
                            + " and at most a thousand million million, with 9 decimals at most.");
        }
    }

    private Problem refusal(int index, String detail) {
        return new Problem(ContributionProblem.NOT_SETTABLE, detail)
                .with("rule", rule.id())
                .with("pointer", "/settings/" + index);
    }
}
