package org.undatacube.contributions.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
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
    private final SharesJudge shares;
    private final Map<Dimension, CodeJudge> codes = new EnumMap<>(Dimension.class);

    LineJudge(Header header, Vocabulary vocabulary, Findings findings) {
        this.entity = header.entity();
        this.entities = vocabulary.list(Dimension.ENTITY);
        this.findings = findings;
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
        Basis basis = basis(stated);
        String lineId = text(stated, LineField.LINE_ID, LONGEST_LINE_ID);
        String note = text(stated, LineField.NOTE, LONGEST_NOTE);
        return amounts.judge(stated)
                .map(money -> new Line(
                        breakdown, number, judged, money.dollars(), money.original(), basis, lineId, note, null));
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

    private Basis basis(StatedLine line) {
        String raw = line.value(LineField.BASIS);
        if (raw == null) {
            return null;
        }
        Optional<Basis> basis = Basis.find(raw);
        if (basis.isEmpty()) {
            findings.add(Rule.CHOICE_UNKNOWN, line.at(LineField.BASIS), raw, "basis is EXP or BUD.", "EXP or BUD");
        }
        return basis.orElse(null);
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
