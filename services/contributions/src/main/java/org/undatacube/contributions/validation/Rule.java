package org.undatacube.contributions.validation;

import static org.undatacube.contributions.submission.Severity.NOTE;
import static org.undatacube.contributions.submission.Severity.REJECT;
import static org.undatacube.contributions.submission.Severity.WARN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Severity;

/** The catalogue of rules. A rule's identifier never changes its meaning; {@link #VERSION} tells the catalogue's. */
public enum Rule {
    FIELD_MISSING(REJECT, "Entity, year, flow, breakdowns and each line's amount must be given.", "data format"),
    UNKNOWN_FIELD(REJECT, "Only properties and columns of the data format may be given.", "data format"),
    REPEATED_FIELD(REJECT, "A property or column is given once.", "data format"),
    WRONG_TYPE(
            REJECT,
            "Codes and texts are text, amounts are numbers or text: a code sent as a number loses the last zero of 8.10.",
            "data format; practice: targets 8.10, 16.10 and 17.10 became 8.1, 16.1 and 17.1"),
    ROW_LENGTH(REJECT, "Each row of a CSV file has as many fields as its header.", "data format"),
    UNREADABLE_TEXT(
            REJECT,
            "Text has no control characters and no halves of surrogate pairs, and keeps to its longest length.",
            "data format"),
    NO_LINES(REJECT, "A submission has a breakdown, and each breakdown has a line.", "data format"),
    READ_AS(
            NOTE,
            "What a file does not declare of the way in which it is written, and is not as it mostly is, is taken from"
                    + " the whole file and said: encoding, delimiter, decimal mark.",
            "data format; practice: spreadsheets write files as the country has it"),
    SHEET_NOT_READ(NOTE, "A sheet of a workbook that has no column of amounts is not read.", "data format"),
    CELL_WITHOUT_VALUE(REJECT, "No cell shows an error such as #REF!, or waits to be computed.", "data format"),
    FORMULA_TAKEN(NOTE, "Of formulas the values are taken that they had when the workbook was saved.", "data format"),
    NUMBER_AS_SHOWN(
            NOTE,
            "Where a workbook has 1234.5599999999999, the nearest binary fraction to 1234.56, the latter is taken.",
            "practice: spreadsheets keep numbers as binary fractions and show 15 digits of them"),
    CODE_AS_NUMBER(NOTE, "A code that is a whole number in a workbook is taken as text.", "practice"),
    TOO_MANY_BREAKDOWNS(REJECT, "A submission has at most 64 breakdowns.", "data format"),

    ENTITY_UNKNOWN(REJECT, "The entity is in the list of UN entities.", "standard I"),
    ENTITY_NOT_REPORTING(
            REJECT,
            "The entity reports on its own; one that reports as a part of another is given on the lines of the other's"
                    + " submission.",
            "standard I"),
    LINE_ENTITY_OUTSIDE(
            REJECT, "A line's entity is the submission's entity or one that reports as a part of it.", "standard I"),
    YEAR_INVALID(REJECT, "The year has four digits and lies between 2011 and the current year.", "data standards"),
    YEAR_NOT_OPEN(
            REJECT,
            "An entity reports a year within its reporting window, or until the deadline that it was granted.",
            "data standards: the yearly reporting calendar"),
    FLOW_UNKNOWN(REJECT, "The flow is revenue or expense.", "data standards"),
    CHOICE_UNKNOWN(
            REJECT, "replaces is submission or breakdowns; basis is EXP or BUD; test is true or false.", "data format"),

    UNKNOWN_CODE(REJECT, "A code is in the code list of its dimension.", "standards I to VII"),
    CODE_NOT_VALID_IN_YEAR(
            REJECT,
            "A code may be reported in the year: retired codes until their last year, new ones from their first, group"
                    + " codes of instruments only before they were divided.",
            "standards I to VII; practice: R02 and R03 until 2017, R04 until 2019"),
    ALIAS_TAKEN(
            NOTE,
            "Another known spelling of a code, or the code in another case, is taken as the code.",
            "practice: UNWTO for UN Tourism, M49 numbers and ISO alpha-3 for places"),
    DIMENSION_UNKNOWN(REJECT, "A breakdown's dimensions are dimensions of the data cube.", "data standards"),
    DIMENSION_OF_OTHER_FLOW(
            REJECT, "Revenue has the dimensions instrument and contributor only.", Flow.REVENUE, "standards II to VII"),
    DIMENSION_MISSING(
            REJECT,
            "All lines of a breakdown give the same dimensions: those it declares, else those of its first line.",
            "data format"),
    DIMENSION_NOT_DECLARED(
            REJECT,
            "No line gives a dimension that its breakdown does not declare or its first line does not give.",
            "data format"),

    SDG_SHARES(
            REJECT,
            "Where a line gives percentages of SDGs, each is above 0 and their sum is exactly 100.",
            Flow.EXPENSE,
            "standard V: expenses of several SDGs are split among them"),

    AMOUNT_NOT_A_NUMBER(
            REJECT,
            "An amount is a decimal number; in JSON with a point and without thousands separators.",
            "data format"),
    AMOUNT_AMBIGUOUS(
            REJECT,
            "An amount in a table that can be read with a decimal point and with a decimal comma needs another one that"
                    + " decides, or a declaration.",
            "practice: 1,234 is a thousand in one country and one and a fraction in another"),
    AMOUNT_DASH(NOTE, "A dash in a column of amounts is zero.", "practice: 135 amounts of the published files read so"),
    AMOUNT_DECIMALS(REJECT, "An amount has at most 9 decimals.", "practice: published files carry up to nine"),
    AMOUNT_DIGITS(REJECT, "An amount has at most 20 digits before the point.", "data format"),
    AMOUNT_EXPONENT(
            WARN,
            "An amount is written with an exponent; spreadsheets write so where they have dropped digits.",
            "practice"),
    CURRENCY_WITHOUT_RATE(
            REJECT,
            "A currency other than USD has a United Nations rate of exchange in the year; the amount is converted with"
                    + " it, rounded half to even at 9 decimals, and kept as it was beside.",
            "data standards: the reporting currency is USD"),

    BREAKDOWN_REPEATED(REJECT, "No two breakdowns of a submission have the same dimensions.", "data format"),
    CONTROL_TOTAL_MISSING(
            REJECT,
            "The control total is given, unless all breakdowns have the same total, or breakdowns supplement what is"
                    + " published.",
            "data standards: figures tie to the audited statements"),
    CONTROL_TOTAL_NOT_REACHED(
            WARN,
            "A breakdown adds up to the control total within 1 USD; one that covers a part only is accepted.",
            "data standards; practice: SDG tables cover 18 to 85 per cent of expenses"),
    CONTROL_TOTAL_EXCEEDED(
            WARN, "A breakdown does not add up to more than the control total by over 1 USD.", "data standards"),
    LINES_REPEATED(
            NOTE,
            "Lines that repeat an earlier one in everything are counted and kept.",
            "practice: published totals need them");

    /** The version of the whole catalogue, stored with each submission. */
    public static final String VERSION = "2";

    private static final Set<Rule> OF_THE_WHOLE = EnumSet.of(
            NO_LINES,
            YEAR_NOT_OPEN,
            BREAKDOWN_REPEATED,
            CONTROL_TOTAL_MISSING,
            CONTROL_TOTAL_NOT_REACHED,
            CONTROL_TOTAL_EXCEEDED,
            LINES_REPEATED);

    private final Severity severity;
    private final String text;
    private final Flow flow;
    private final String source;

    Rule(Severity severity, String text, String source) {
        this(severity, text, null, source);
    }

    Rule(Severity severity, String text, Flow flow, String source) {
        this.severity = severity;
        this.text = text;
        this.flow = flow;
        this.source = source;
    }

    public String id() {
        return name().replace('_', '-');
    }

    /** Whether it looks at the submission as a whole, so that it is asked again by each validation. */
    boolean isOfTheWhole() {
        return OF_THE_WHOLE.contains(this);
    }

    /** The identifiers of the rules that look at the submission as a whole. */
    public static List<String> ofTheWhole() {
        return OF_THE_WHOLE.stream().map(Rule::id).toList();
    }

    public Severity severity() {
        return severity;
    }

    String text() {
        return text;
    }

    /** The only flow that it is for, or null where it is for both. */
    Flow flow() {
        return flow;
    }

    /** Where it comes from: a data standard, the data format, or a practice met in real data. */
    String source() {
        return source;
    }
}
