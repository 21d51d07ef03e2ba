package org.undatacube.aggregation.sdmx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;

/** The series that a part gives in an edition, read page by page. */
final class PartSeries extends Lookahead<Series> {
    private final Questions questions;
    private final Part part;
    private final Edition edition;
    private final Queue<Series> complete = new ArrayDeque<>();
    private int offset;
    private boolean isRead;
    /** Of the series that the page before ended with: the next page may go on with it. */
    private List<String> codes;

    private List<Observation> observations = new ArrayList<>();

    PartSeries(Questions questions, Part part, Edition edition) {
        this.questions = questions;
        this.part = part;
        this.edition = edition;
    }

    @Override
    Series find() {
        while (complete.isEmpty() && !isRead) {
            read();
        }
        return complete.poll();
    }

    private void read() {
        Questions.Page page = questions.page(part, edition, offset);
        page.cells().forEach(cell -> add(cell, page));
        offset += page.cells().size();
        isRead = page.cells().isEmpty() || offset >= page.count();
        if (isRead) {
            end();
        }
    }

    private void add(Cell cell, Questions.Page page) {
        List<String> its = codes(cell);
        if (!its.equals(codes)) {
            end();
            codes = its;
        }
        int year = ((Cell.Key.Year) cell.keys().get(cell.keys().size() - 1)).year();
        observations.add(new Observation(
                year,
                new Usd(cell.figures().of(Measure.Plain.AMOUNT)),
                page.coverage().orElseThrow().of(year, its.get(part.entityPlace()))));
    }

    private void end() {
        if (!observations.isEmpty()) {
            complete.add(new Series(codes, observations));
            observations = new ArrayList<>();
        }
    }

    /** The keys come in the order of the dimensions, without those that are not drilled down by. */
    private List<String> codes(Cell cell) {
        String[] its = new String[part.choices().size()];
        int key = 0;
        for (int place = 0; place < its.length; place++) {
            if (!part.choices().get(place).isTotal()) {
                its[place] = ((Cell.Key.Member) cell.keys().get(key++)).code();
            }
        }
        return Arrays.asList(its);
    }
}
