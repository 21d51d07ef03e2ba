package org.undatacube.contributions.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.validation.Findings.Words;

/** Judges whether what a line says about its funding fits together: instrument, fund and contributor. */
final class FundingJudge {
    private static final List<String> OF_FUNDS = List.of("R03A", "R03B");
    private static final String FUND = "fund";

    private final CodeList instruments;
    private final CodeList contributors;
    private final Findings findings;
    /** The instruments that have funds which can be named in the year. */
    private final Set<String> withFunds;
    /** Each code with all above it. Many lines have the same; there are no more of them than the lists have. */
    private final Map<String, List<String>> instrumentPaths = new HashMap<>();

    private final Map<String, List<String>> contributorPaths = new HashMap<>();

    FundingJudge(Vocabulary vocabulary, Optional<Integer> year, Findings findings) {
        this.instruments = vocabulary.list(Dimension.INSTRUMENT);
        this.contributors = vocabulary.list(Dimension.CONTRIBUTOR);
        this.findings = findings;
        this.withFunds = instruments.codes().stream()
                .filter(code -> code.level().equals(FUND))
                .filter(code -> year.isEmpty() || code.isValidIn(year.get()))
                .map(Code::parent)
                .filter(OF_FUNDS::contains)
                .collect(Collectors.toSet());
    }

    /** @param codes those that the line gives */
    void judge(StatedLine line, Map<Dimension, String> codes) {
        String instrument = codes.get(Dimension.INSTRUMENT);
        if (instrument == null) {
            return;
        }
        if (withFunds.contains(instrument)) {
            findings.add(
                    Rule.FUND_MISSING,
                    line.at(LineField.INSTRUMENT),
                    line.value(LineField.INSTRUMENT),
                    "The line does not say from which fund of " + instrument + " it is.",
                    "the code of a fund below " + instrument + " in /api/v1/code-lists/instruments");
        }
        String contributor = codes.get(Dimension.CONTRIBUTOR);
        if (contributor != null) {
            judgePair(line, instrument, contributor);
        }
    }

    private void judgePair(StatedLine line, String instrument, String contributor) {
        FundingPairs.TABLE
                .mismatch(
                        instrumentPaths.computeIfAbsent(instrument, code -> path(code, instruments)),
                        contributorPaths.computeIfAbsent(contributor, code -> path(code, contributors)))
                .ifPresent(pair -> findings.add(
                        Rule.INSTRUMENT_CONTRIBUTOR_MISMATCH,
                        line.at(LineField.CONTRIBUTOR),
                        line.value(LineField.CONTRIBUTOR),
                        () -> new Words(
                                "The instrument " + instrument + " and the contributor " + contributor
                                        + " seldom belong together.",
                                pair.expected())));
    }

    private static List<String> path(String code, CodeList list) {
        return list.path(list.find(code).orElseThrow()).stream().map(Code::code).toList();
    }
}
