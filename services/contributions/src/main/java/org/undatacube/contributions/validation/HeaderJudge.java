package org.undatacube.contributions.validation;

import java.time.Clock;
import java.time.Year;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Replaces;

/** Judges what a submission says about itself. */
public final class HeaderJudge {
    private static final int FIRST_YEAR = 2011;
    private static final int LONGEST_SOURCE = 2_000;
    private static final String REPORTS_ON_ITS_OWN = "entity";
    private static final String NO_REPORTS = "none";

    private final Vocabulary vocabulary;
    private final Clock clock;
    private final Findings findings;

    public HeaderJudge(Vocabulary vocabulary, Clock clock, Findings findings) {
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.findings = findings;
    }

    public Header judge(StatedHeader stated) {
        Optional<Integer> year = year(stated);
        return new Header(
                entity(stated, year),
                year,
                flow(stated),
                controlTotal(stated),
                replaces(stated),
                source(stated),
                test(stated));
    }

    private Optional<Integer> year(StatedHeader stated) {
        return required("year", stated).flatMap(text -> {
            int last = Year.now(clock).getValue();
            if (text.matches("[0-9]{4}") && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= last) {
                return Optional.of(Integer.valueOf(text));
            }
            findings.add(
                    Rule.YEAR_INVALID,
                    stated.at("year"),
                    text,
                    "This is not a year that can be reported.",
                    "a year from " + FIRST_YEAR + " to " + last);
            return Optional.empty();
        });
    }

    private Optional<Code> entity(StatedHeader stated, Optional<Integer> year) {
        CodeList entities = vocabulary.list(Dimension.ENTITY);
        return required("entity", stated)
                .flatMap(text -> new CodeJudge(entities, year, Rule.ENTITY_UNKNOWN, findings)
                        .judge(text, () -> stated.at("entity")))
                .filter(code -> reportsOnItsOwn(code, entities, stated));
    }

    private boolean reportsOnItsOwn(Code code, CodeList entities, StatedHeader stated) {
        boolean neverReports = NO_REPORTS.equals(code.attributes().get("reporting"));
        if (code.level().equals(REPORTS_ON_ITS_OWN) && !neverReports) {
            return true;
        }
        if (neverReports) {
            findings.add(
                    Rule.ENTITY_NOT_REPORTING,
                    stated.at("entity"),
                    stated.given("entity").orElse(null),
                    code.code() + " does not report under the data standards.",
                    "the code of an entity that reports");
            return false;
        }
        Optional<Code> within = entities.path(code).stream()
                .filter(above -> above.level().equals(REPORTS_ON_ITS_OWN))
                .findFirst();
        findings.add(
                Rule.ENTITY_NOT_REPORTING,
                stated.at("entity"),
                stated.given("entity").orElse(null),
                code.code() + " does not report on its own.",
                within.map(above -> "a submission of " + above.code() + " whose lines give the entity " + code.code())
                        .orElse("the code of an entity"));
        return false;
    }

    private Optional<Flow> flow(StatedHeader stated) {
        return required("flow", stated)
                .flatMap(
                        text -> choice(Rule.FLOW_UNKNOWN, "flow", text, Flow.find(text), "revenue or expense", stated));
    }

    private Replaces replaces(StatedHeader stated) {
        return stated.given("replaces")
                .flatMap(text -> choice(
                        Rule.CHOICE_UNKNOWN, "replaces", text, Replaces.find(text), "submission or breakdowns", stated))
                .orElse(Replaces.SUBMISSION);
    }

    private boolean test(StatedHeader stated) {
        return stated.given("test")
                .flatMap(text -> choice(
                        Rule.CHOICE_UNKNOWN,
                        "test",
                        text,
                        Stream.of(true, false)
                                .filter(choice -> choice.toString().equals(text))
                                .findFirst(),
                        "true or false",
                        stated))
                .orElse(false);
    }

    private Optional<Amount> controlTotal(StatedHeader stated) {
        return stated.given("controlTotal").flatMap(text -> {
            AmountReading reading = AmountReading.of(text);
            if (reading instanceof AmountReading.Read read) {
                return Optional.of(read.amount());
            }
            AmountReading.Unreadable unreadable = (AmountReading.Unreadable) reading;
            findings.add(
                    unreadable.rule(), stated.at("controlTotal"), text, unreadable.message(), unreadable.expected());
            return Optional.empty();
        });
    }

    private String source(StatedHeader stated) {
        Optional<String> source = stated.given("source");
        source.flatMap(text -> Text.flaw(text, LONGEST_SOURCE))
                .ifPresent(flaw -> findings.add(
                        Rule.UNREADABLE_TEXT,
                        stated.at("source"),
                        source.get(),
                        flaw,
                        "plain text of at most " + LONGEST_SOURCE + " characters"));
        return source.orElse(null);
    }

    private Optional<String> required(String field, StatedHeader stated) {
        Optional<String> given = stated.given(field);
        if (given.isEmpty()) {
            findings.add(Rule.FIELD_MISSING, stated.at(field), null, "The submission has no " + field + ".", field);
        }
        return given;
    }

    private <T> Optional<T> choice(
            Rule rule, String field, String text, Optional<T> choice, String expected, StatedHeader stated) {
        if (choice.isEmpty()) {
            findings.add(rule, stated.at(field), text, field + " is " + expected + ".", expected);
        }
        return choice;
    }
}
