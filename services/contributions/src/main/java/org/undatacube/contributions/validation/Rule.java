package org.undatacube.contributions.validation;

import static org.undatacube.contributions.validation.Treatment.form;
import static org.undatacube.contributions.validation.Treatment.note;
import static org.undatacube.contributions.validation.Treatment.reject;
import static org.undatacube.contributions.validation.Treatment.warn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.validation.Treatment.Tolerance.Unit;

/**
 * The catalogue of rules. A rule's identifier never changes its meaning; {@link #CATALOGUE} tells the catalogue's version.
 * What they say in words is in {@code rules_en.properties} and {@code rules_fr.properties}.
 */
public enum Rule {
    FIELD_MISSING(form()),
    UNKNOWN_FIELD(form()),
    REPEATED_FIELD(form()),
    WRONG_TYPE(form()),
    ROW_LENGTH(form()),
    UNREADABLE_TEXT(form()),
    INVISIBLE_CHARACTER(form()),
    READ_AS(note()),
    SHEET_NOT_READ(note()),
    CELL_WITHOUT_VALUE(form()),
    FORMULA_TAKEN(note()),
    NUMBER_AS_SHOWN(note()),
    CODE_AS_NUMBER(note()),
    NO_LINES(form().ofTheWhole()),
    TOO_MANY_BREAKDOWNS(form()),

    ENTITY_UNKNOWN(form()),
    ENTITY_NOT_REPORTING(form()),
    LINE_ENTITY_OUTSIDE(form()),
    YEAR_INVALID(form()),
    YEAR_NOT_OPEN(form().ofTheWhole()),
    FLOW_UNKNOWN(form()),
    CHOICE_UNKNOWN(form()),

    UNKNOWN_CODE(form()),
    CODE_NOT_VALID_IN_YEAR(reject()),
    ALIAS_TAKEN(note()),
    NAME_TAKEN(note()),
    DIMENSION_UNKNOWN(form()),
    DIMENSION_OF_OTHER_FLOW(form().onlyFor(Flow.REVENUE)),
    DIMENSION_MISSING(form()),
    DIMENSION_NOT_DECLARED(form()),

    TARGET_OUTSIDE_GOAL(reject().onlyFor(Flow.EXPENSE)),
    TARGET_PERHAPS_SHORTENED(note().onlyFor(Flow.EXPENSE).ofTheWhole()),
    FUND_MISSING(warn().onlyFor(Flow.REVENUE).since(2018)),
    INSTRUMENT_CONTRIBUTOR_MISMATCH(warn()),
    SDG_SHARES(form().onlyFor(Flow.EXPENSE)),

    AMOUNT_NOT_A_NUMBER(form()),
    AMOUNT_AMBIGUOUS(form()),
    AMOUNT_DASH(note()),
    AMOUNT_DECIMALS(form()),
    AMOUNT_DIGITS(form()),
    AMOUNT_EXPONENT(warn()),
    CURRENCY_WITHOUT_RATE(form()),
    NEGATIVE_AMOUNTS(note().ofTheWhole()),

    BREAKDOWN_REPEATED(form().ofTheWhole()),
    CONTROL_TOTAL_MISSING(form().ofTheWhole()),
    CONTROL_TOTAL_NOT_REACHED(warn().within("1", Unit.USD).ofTheWhole()),
    CONTROL_TOTAL_EXCEEDED(warn().within("1", Unit.USD).ofTheWhole()),
    BREAKDOWNS_DIFFER(note().within("1", Unit.USD).ofTheWhole()),
    LINES_REPEATED(note().ofTheWhole()),

    TOTAL_JUMP(warn().within("3", Unit.FACTOR).ofTheWhole()),
    MEMBER_JUMP(warn().within("20", Unit.FACTOR).ofTheWhole()),
    THOUSANDFOLD(warn().ofTheWhole()),
    SIGN_SWAPPED(warn().ofTheWhole());

    /** The version of the catalogue; with that of its settings it is stored with each submission. */
    public static final String CATALOGUE = "3";

    private final Treatment treatment;

    Rule(Treatment treatment) {
        this.treatment = treatment;
    }

    public String id() {
        return name().replace('_', '-');
    }

    static Optional<Rule> find(String id) {
        return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** How it is applied where nobody set it otherwise. */
    Treatment treatment() {
        return treatment;
    }

    /** Whether it looks at the submission as a whole, so that it is asked again by each validation. */
    boolean isOfTheWhole() {
        return treatment.isOfTheWhole();
    }

    /** The identifiers of the rules that look at the submission as a whole. */
    public static List<String> ofTheWhole() {
        return Stream.of(values()).filter(Rule::isOfTheWhole).map(Rule::id).toList();
    }
}
