package org.undatacube.contributions.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.contributions.submission.Basis;
import org.undatacube.contributions.submission.Line;

/** Judges what a single line says; the lists and their verdicts are shared by all lines of a submission. */
final class LineJudge {
    private static final int LONGEST_LINE_ID = 200;
    private static final int LONGEST_NOTE = 2_000;

    private final Optional<Code> entity;
    private final CodeList entities;
    private final Findings findings;
    private final AmountJudge amounts;
    private final CodeList sdgs;
    private final FundingJudge funding;
    private final SharesJudge shares;
    private final Map<Dimension, CodeJudge> codes = new EnumMap<>(Dimension.class);

    LineJudge(Header header, Vocabulary vocabulary, Findings findings) {
        this.entity = header.entity();
        this.entities = vocabulary.list(Dimension.ENTITY);
        this.findings = findings;
        this.sdgs = vocabulary.list(Dimension.SDG);
        this.funding = new FundingJudge(vocabulary, header.year(), findings);
        this.amounts = new AmountJudge(vocabulary, header.year(), findings);
        for (Dimension dimension : Dimension.values()) {
            codes.put(dimension, new CodeJudge(vocabulary.list(dimension), header.year(), Rule.UNKNOWN_CODE, findings));
        }
        this.shares = new SharesJudge(codes.get(Dimension.SDG), findings);
    }

    /** The lines as they are stored, several where one is split; meaningless where findings reject. */
    List<Line> judge(StatedLine stated, long breakdown, int number) {
        List<Share> split = shares.judge(stated);
        return whole(stated, breakdown, number)
                .map(whole -> split.isEmpty() ? List.of(whole) : Share.split(whole, split))
                .orElse(List.of());
    }

    private Optional<Line> whole(StatedLine stated, long breakdown, int number) {
        Map<Dimension, String> judged = new EnumMap<>(Dimension.class);
        entity(stated).ifPresent(code -> judged.put(Dimension.ENTITY, code.code()));
        for (LineField field : LineField.DIMENSIONS) {
            String raw = stated.value(field);
            if (raw != null) {
                codes.get(field.dimension())
                        .judge(raw, () -> stated.at(field))
                        .ifPresent(code -> judged.put(field.dimension(), code.code()));
            }
        }
        goal(stated).ifPresent(code -> judged.put(Dimension.SDG, code.code()));
        funding.judge(stated, judged);
        Basis basis = basis(stated);
        String lineId = text(stated, LineField.LINE_ID, LONGEST_LINE_ID);
        String note = text(stated, LineField.NOTE, LONGEST_NOTE);
        Optional<AmountJudge.Money> money = amounts.judge(stated);
        findings.endLine(money.map(AmountJudge.Money::dollars));
        return money.map(given ->
                new Line(breakdown, number, judged, given.dollars(), given.original(), basis, lineId, note, null));
    }

    private Optional<Code> entity(StatedLine line) {
        String raw = line.value(LineField.ENTITY);
        if (raw == null) {
            return entity;
        }
        Optional<Code> given = codes.get(Dimension.ENTITY).judge(raw, () -> line.at(LineField.ENTITY));
        if (given.isPresent()
                && entity.isPresent()
                && !entities.path(given.get()).contains(entity.get())) {
            findings.add(
                    Rule.LINE_ENTITY_OUTSIDE,
                    line.at(LineField.ENTITY),
                    raw,
                    given.get().code() + " does not report as a part of "
                            + entity.get().code() + ".",
                    entity.get().code() + " or one of its sub-entities");
        }
        return given;
    }

    /** The goal, where that is what the line is on. */
    private Optional<Code> goal(StatedLine line) {
        String raw = line.value(LineField.GOAL);
        if (raw == null) {
            return Optional.empty();
        }
        Optional<Code> goal = codes.get(Dimension.SDG).judge(raw, () -> line.at(LineField.GOAL));
        if (goal.isPresent() && goal.get().parent() != null) {
            findings.add(
                    Rule.UNKNOWN_CODE,
                    line.at(LineField.GOAL),
                    raw,
                    goal.get().code() + " is a target, not a goal.",
                    goal.get().parent());
            return Optional.empty();
        }
        return goal.filter(code -> !line.mentions(LineField.SDG) || contradicts(code, line));
    }

    /** Whether the line's target is of another goal, and the goal counts all the same. */
    private boolean contradicts(Code goal, StatedLine line) {
        Optional<Code> target = Optional.ofNullable(line.value(LineField.SDG)).flatMap(sdgs::resolve);
        if (target.isEmpty() || sdgs.path(target.get()).contains(goal)) {
            return false;
        }
        findings.add(
                Rule.TARGET_OUTSIDE_GOAL,
                line.at(LineField.SDG),
                line.value(LineField.SDG),
                "The target " + target.get().code() + " is not one of goal " + goal.code() + ".",
                "a target of goal " + goal.code() + ", or the goal "
                        + sdgs.path(target.get()).get(0).code());
        return true;
    }

    private Basis basis(StatedLine line) {
        String raw = line.value(LineField.BASIS);
        if (raw == null) {
            return null;
        }
        Optional<Basis> basis = Basis.find(raw);
        if (basis.isEmpty()) {
            findings.add(
                    Rule.CHOICE_UNKNOWN,
                    line.at(LineField.BASIS),
                    raw,
                    () -> new Findings.Words("basis is EXP (expenditure) or BUD (budget).", nearestBasis(raw)));
        }
        return basis.orElse(null);
    }

    private static String nearestBasis(String raw) {
        List<String> bases = Stream.of(Basis.values()).map(Basis::name).toList();
        List<String> nearest =
                raw.length() > LONGEST_LINE_ID ? List.of() : NearestSpellings.find(bases, raw, bases.size());
        return nearest.size() == 1 ? nearest.get(0) : String.join(" or ", bases);
    }

    private String text(StatedLine line, LineField field, int longest) {
        String text = line.value(field);
        if (text != null) {
            Text.flaw(text, longest)
                    .ifPresent(flaw -> findings.add(
                            Rule.UNREADABLE_TEXT,
                            line.at(field),
                            text,
                            flaw,
                            "plain text of at most " + longest + " characters"));
        }
        return text;
    }
}
