package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.answer.StreamedAnswer;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Wording;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Problem;

/**
 * An answer as a data set of JSON-stat 2.0: a dimension for each drilldown and one for the measures. Of a subtotal the
 * members that it is not grouped by are {@code _T}, as in SDMX, and those that are not on top are {@code _O}. Values are
 * numbers with every digit; most readers keep fifteen of them.
 */
final class AnswerJsonStat implements AnswerForm {
    private static final String TOTAL = "_T";
    private static final String OTHERS = "_O";
    private static final String MEASURE = "measure";
    private static final String SOURCE = "United Nations system financial data, as published by its entities";
    /** Beyond it a number that a reader keeps as a binary fraction is no place in a list any more. */
    private static final long MOST_PLACES = 1L << 53;

    private final ObjectWriter writer;
    private final AnswerJson form;

    AnswerJsonStat(ObjectWriter writer) {
        this.writer = writer;
        this.form = new AnswerJson(writer);
    }

    /** The categories of one dimension, in the order in which cells have them. */
    private static final class Categories {
        private final Drilldown drilldown;
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<String> labels = new ArrayList<>();

        Categories(Drilldown drilldown) {
            this.drilldown = drilldown;
        }

        int place(String code, String label) {
            return places.computeIfAbsent(code, added -> {
                labels.add(label);
                return places.size();
            });
        }

        int place(Cell.Key key) {
            if (key instanceof Cell.Key.Year year) {
                String text = Integer.toString(year.year());
                return place(text, text);
            }
            Cell.Key.Member member = (Cell.Key.Member) key;
            return place(member.isOthers() ? OTHERS : member.code(), member.label());
        }
    }

    /** A cell by the places of its categories. */
    private record Placed(List<Integer> places, Figures figures) {
        long index(List<Categories> dimensions) {
            long index = 0;
            for (int dimension = 0; dimension < places.size(); dimension++) {
                index = index * dimensions.get(dimension).places.size() + places.get(dimension);
            }
            return index;
        }
    }

    @Override
    public void write(StreamedAnswer streamed, Style style, OutputStream out) throws IOException {
        Answer answer = streamed.frame();
        List<Categories> dimensions = new ArrayList<>();
        answer.question().drilldowns().forEach(drilldown -> dimensions.add(new Categories(drilldown)));
        List<Placed> cells = new ArrayList<>();
        String total = Wording.TOTAL.in(style.language());
        if (answer.columns() == null) {
            streamed.cells().read(cell -> cells.add(placed(dimensions, cell.keys(), cell.figures(), total)));
        } else {
            addTable(answer, dimensions, cells, total);
        }
        requirePlaces(dimensions, answer.question().measures().size());
        try (JsonGenerator json = writer.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("version", "2.0");
            json.writeStringField("class", "dataset");
            json.writeStringField("label", answer.cube().code());
            json.writeStringField("source", SOURCE);
            if (answer.publishedAt() != null) {
                json.writeStringField("updated", answer.publishedAt().toString());
            }
            writeDimensions(json, dimensions, answer.question().measures());
            writeValues(json, cells, dimensions, answer.question().measures().size());
            json.writeObjectFieldStart("extension");
            form.writeHead(json, answer);
            json.writeFieldName("total");
            AnswerJson.write(new JsonCells(json, style.labels()), answer.total());
            form.writeRest(json, answer);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** The cells of a table and the totals of its rows. */
    private static void addTable(Answer answer, List<Categories> dimensions, List<Placed> cells, String total) {
        for (Answer.Row row : answer.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                if (row.cells().get(column) != null) {
                    List<Cell.Key> keys = new ArrayList<>(row.keys());
                    keys.addAll(answer.columns().get(column).keys());
                    cells.add(placed(dimensions, keys, row.cells().get(column), total));
                }
            }
            cells.add(placed(dimensions, row.keys(), row.total(), total));
        }
    }

    private static Placed placed(List<Categories> dimensions, List<Cell.Key> keys, Figures figures, String total) {
        List<Integer> places = new ArrayList<>(dimensions.size());
        for (Categories categories : dimensions) {
            places.add(keys.stream()
                    .filter(key -> key.drilldown().equals(categories.drilldown.key()))
                    .findFirst()
                    .map(categories::place)
                    .orElseGet(() -> categories.place(TOTAL, total)));
        }
        return new Placed(places, figures);
    }

    private static void requirePlaces(List<Categories> dimensions, int measures) {
        double places = measures;
        for (Categories dimension : dimensions) {
            places *= dimension.places.size();
        }
        if (places > MOST_PLACES) {
            throw new Problem(
                    AggregationProblem.TOO_MANY_CELLS,
                    "JSON-stat has a place for every combination of members, which are too many here. Ask for another"
                            + " format, or with fewer drilldowns.");
        }
    }

    private static void writeDimensions(JsonGenerator json, List<Categories> dimensions, List<Measure> measures)
            throws IOException {
        json.writeArrayFieldStart("id");
        for (Categories dimension : dimensions) {
            json.writeString(dimension.drilldown.key());
        }
        json.writeString(MEASURE);
        json.writeEndArray();
        json.writeArrayFieldStart("size");
        for (Categories dimension : dimensions) {
            json.writeNumber(dimension.places.size());
        }
        json.writeNumber(measures.size());
        json.writeEndArray();
        writeRoles(json, dimensions);
        json.writeObjectFieldStart("dimension");
        for (Categories dimension : dimensions) {
            writeDimension(json, dimension.drilldown.key(), List.copyOf(dimension.places.keySet()), dimension.labels);
            json.writeEndObject();
            json.writeEndObject();
        }
        writeMeasures(json, measures);
        json.writeEndObject();
    }

    private static void writeRoles(JsonGenerator json, List<Categories> dimensions) throws IOException {
        json.writeObjectFieldStart("role");
        writeRole(json, "time", dimensions, drilldown -> drilldown instanceof Drilldown.ByYear);
        writeRole(
                json,
                "geo",
                dimensions,
                drilldown ->
                        drilldown.codedIn().filter(Dimension.LOCATION::equals).isPresent());
        json.writeArrayFieldStart("metric");
        json.writeString(MEASURE);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeRole(
            JsonGenerator json, String role, List<Categories> dimensions, Predicate<Drilldown> has) throws IOException {
        List<String> its = dimensions.stream()
                .filter(dimension -> has.test(dimension.drilldown))
                .map(dimension -> dimension.drilldown.key())
                .toList();
        if (!its.isEmpty()) {
            json.writeFieldName(role);
            json.writeObject(its);
        }
    }

    /** Two objects are left open, that of the categories and that of the dimension. */
    private static void writeDimension(JsonGenerator json, String name, List<String> codes, List<String> labels)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("label", name);
        json.writeObjectFieldStart("category");
        json.writeArrayFieldStart("index");
        for (String code : codes) {
            json.writeString(code);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("label");
        for (int place = 0; place < labels.size(); place++) {
            json.writeStringField(codes.get(place), labels.get(place));
        }
        json.writeEndObject();
    }

    private static void writeMeasures(JsonGenerator json, List<Measure> measures) throws IOException {
        List<String> keys = measures.stream().map(Measure::key).toList();
        writeDimension(
                json, MEASURE, keys, measures.stream().map(Measure::meaning).toList());
        json.writeObjectFieldStart("unit");
        for (Measure measure : measures) {
            json.writeObjectFieldStart(measure.key());
            json.writeStringField(
                    "label",
                    switch (measure.unit()) {
                        case USD -> "United States dollars";
                        case COUNT -> "Number";
                        case RATIO -> "Ratio";
                    });
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** By place, for most places have no cell. */
    private static void writeValues(JsonGenerator json, List<Placed> cells, List<Categories> dimensions, int measures)
            throws IOException {
        json.writeObjectFieldStart("value");
        for (Placed cell : cells) {
            long first = cell.index(dimensions) * measures;
            for (int measure = 0; measure < measures; measure++) {
                BigDecimal value = cell.figures().number(measure);
                if (value != null) {
                    json.writeFieldName(Long.toString(first + measure));
                    json.writeNumber(value.toPlainString());
                }
            }
        }
        json.writeEndObject();
    }
}
