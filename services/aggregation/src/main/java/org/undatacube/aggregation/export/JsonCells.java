package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.cube.Measure;

/** Cells as properties of JSON objects. */
record JsonCells(JsonGenerator json, Labels labels) {

    /** Nothing where the cell knows no grouping. */
    void grouping(List<String> grouping) throws IOException {
        if (grouping != null) {
            json.writeArrayFieldStart(AnswerTable.GROUPING);
            for (String drilldown : grouping) {
                json.writeString(drilldown);
            }
            json.writeEndArray();
        }
    }

    void keys(List<Cell.Key> keys) throws IOException {
        boolean others = false;
        for (Cell.Key key : keys) {
            if (key instanceof Cell.Key.Member member) {
                member(member);
            } else if (key instanceof Cell.Key.Year year) {
                json.writeNumberField(year.drilldown(), year.year());
            }
            others |= key.isOthers();
        }
        if (others) {
            json.writeBooleanField("others", true);
        }
    }

    private void member(Cell.Key.Member member) throws IOException {
        json.writeObjectFieldStart(member.drilldown());
        if (labels.withCodes()) {
            json.writeStringField("code", member.code());
        }
        if (labels.withNames()) {
            json.writeStringField("label", member.label());
        }
        json.writeEndObject();
    }

    void measures(Figures figures) throws IOException {
        List<Measure> measures = figures.measures();
        for (int index = 0; index < measures.size(); index++) {
            json.writeFieldName(measures.get(index).key());
            value(figures.shown(index));
        }
    }

    /** @param value a count, or the text of an amount or ratio, or null */
    void value(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long count) {
            json.writeNumber(count);
        } else {
            json.writeString((String) value);
        }
    }

    /** All of a cell but the braces around it. */
    void cell(Cell cell) throws IOException {
        grouping(cell.grouping());
        keys(cell.keys());
        measures(cell.figures());
    }
}
