package org.undatacube.aggregation.sdmx;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;
import org.undatacube.http.SpreadsheetText;

/** SDMX-CSV 2.0: one row for each observation, or for each series where observations are not told. */
final class DataCsv implements DataWriter {
    private static final String DELETED = "";

    private final CsvForm form;

    DataCsv(CsvForm form) {
        this.form = form;
    }

    @Override
    public void write(DataMessage message, OutputStream out) throws IOException {
        // not closed, which would close the answer
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(header(message));
        while (message.dataSets().hasNext()) {
            DataSet dataSet = message.dataSets().next();
            while (dataSet.series().hasNext()) {
                write(csv, message, dataSet, dataSet.series().next());
            }
        }
        csv.flush();
    }

    private List<String> header(DataMessage message) {
        List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID"));
        if (form.labels() == CsvForm.Labelling.NAME) {
            header.add("STRUCTURE_NAME");
        }
        header.add("ACTION");
        if (hasSeriesKey()) {
            header.add("SERIES_KEY");
        }
        if (hasObservationKey(message)) {
            header.add("OBS_KEY");
        }
        columns(message)
                .forEach(component -> add(header, component, message.labels().component(component)));
        if (message.query().isOfChanges()) {
            header.addAll(List.of("VALID_FROM", "VALID_TO"));
        }
        return header;
    }

    private static List<String> columns(DataMessage message) {
        List<String> columns = new ArrayList<>(message.structure().seriesKey());
        if (message.content().hasObservations()) {
            columns.add(FlowStructure.TIME);
        }
        if (message.content().hasValues()) {
            columns.add(FlowStructure.MEASURE);
        }
        message.content().ofDataSet().forEach(attribute -> columns.add(attribute.name()));
        message.content().ofObservations().forEach(attribute -> columns.add(attribute.name()));
        return columns;
    }

    private void write(CsvWriter csv, DataMessage message, DataSet dataSet, Series series) {
        List<String> key = message.key(series);
        if (!message.content().hasObservations()) {
            csv.writeRecord(row(message, dataSet, series, key, null));
            return;
        }
        series.observations().forEach(observation -> csv.writeRecord(row(message, dataSet, series, key, observation)));
    }

    /** @param observation null where only the series is told */
    private List<String> row(
            DataMessage message, DataSet dataSet, Series series, List<String> key, Observation observation) {
        List<String> row = new ArrayList<>();
        row.add("dataflow");
        add(row, message.structure().reference(), message.labels().flow(message.structure()));
        row.add(dataSet.action().letter());
        if (hasSeriesKey()) {
            row.add(String.join(".", key));
        }
        if (hasObservationKey(message)) {
            row.add(String.join(".", key) + "." + observation.year());
        }
        addKey(row, message, series, key);
        if (observation != null) {
            add(row, time(observation), Integer.toString(observation.year()));
        }
        boolean isDeleted = dataSet.action() == DataSet.Action.DELETE;
        if (message.content().hasValues()) {
            addValue(row, isDeleted ? DELETED : observation.value().toString());
        }
        message.content()
                .ofDataSet()
                .forEach(attribute -> addAttribute(row, message, attribute, observation, isDeleted));
        message.content()
                .ofObservations()
                .forEach(attribute -> addAttribute(row, message, attribute, observation, isDeleted));
        if (message.query().isOfChanges()) {
            row.add(dataSet.validFrom() == null ? "" : dataSet.validFrom().toString());
            row.add(dataSet.validTo() == null ? "" : dataSet.validTo().toString());
        }
        return row;
    }

    private void addKey(List<String> row, DataMessage message, Series series, List<String> key) {
        add(row, key.get(0), message.labels().frequency());
        for (int place = 0; place < series.codes().size(); place++) {
            CodedDimension dimension = message.structure().dimensions().get(place);
            add(
                    row,
                    key.get(place + 1),
                    message.labels()
                            .member(dimension.dimension(), series.codes().get(place)));
        }
    }

    private void addAttribute(
            List<String> row, DataMessage message, Attribute attribute, Observation observation, boolean isDeleted) {
        String value = isDeleted ? DELETED : attribute.of(observation);
        String label = message.labels().value(attribute, value);
        if (isDeleted || label.isEmpty()) {
            addValue(row, value);
        } else {
            add(row, value, label);
        }
    }

    private void add(List<String> row, String id, String label) {
        switch (form.labels()) {
            case ID -> row.add(id);
            case BOTH -> row.add(id + ": " + label);
            case NAME -> {
                row.add(id);
                row.add(SpreadsheetText.guard(label));
            }
        }
    }

    /** What has no name. */
    private void addValue(List<String> row, String value) {
        row.add(value);
        if (form.labels() == CsvForm.Labelling.NAME) {
            row.add("");
        }
    }

    private String time(Observation observation) {
        return form.isNormalized()
                ? TimeSpan.ofYear(observation.year()).last().toString()
                : Integer.toString(observation.year());
    }

    private boolean hasSeriesKey() {
        return form.keys() == CsvForm.Keys.SERIES || form.keys() == CsvForm.Keys.BOTH;
    }

    private boolean hasObservationKey(DataMessage message) {
        return message.content().hasObservations()
                && (form.keys() == CsvForm.Keys.OBS || form.keys() == CsvForm.Keys.BOTH);
    }
}
