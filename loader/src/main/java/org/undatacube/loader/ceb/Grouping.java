package org.undatacube.loader.ceb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.undatacube.loader.suite.Line;
import org.undatacube.loader.suite.Submission;

/** Gathers a file's lines by entity and year, in the file's order. */
final class Grouping {
    private final CebTable table;
    private final String source;
    private final Map<EntityYear, List<Line>> lines =
            new TreeMap<>(Comparator.comparing(EntityYear::year).thenComparing(EntityYear::entity));

    /** @param entity the one that reports */
    record EntityYear(String entity, int year) {}

    Grouping(CebTable table, String fileName) {
        this.table = table;
        this.source = "CEB, UN System financial statistics, raw file " + fileName;
    }

    void add(EntityYear where, Line line) {
        lines.computeIfAbsent(where, key -> new ArrayList<>()).add(line);
    }

    /** By year, then entity. */
    List<Submission> submissions() {
        return lines.entrySet().stream()
                .map(entry -> submission(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Submission submission(EntityYear where, List<Line> itsLines) {
        BigDecimal sum = itsLines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Submission(
                where.entity(),
                where.year(),
                table.flow(),
                table.isComplete() ? sum : null,
                source,
                List.of(new Submission.Breakdown(List.of(table.dimension()), itsLines)));
    }
}
