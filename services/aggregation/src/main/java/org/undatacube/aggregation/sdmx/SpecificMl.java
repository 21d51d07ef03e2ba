package org.undatacube.aggregation.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.http.sdmx.Xml;

/** Structure-specific SDMX-ML: components are attributes under their own names. */
final class SpecificMl implements DataWriter {
    private final MlVersion version;

    SpecificMl(MlVersion version) {
        this.version = version;
    }

    @Override
    public void write(DataMessage message, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        String namespace = message.structure().urn() + ":ObsLevelDim:" + message.dimensionAtObservation();
        String[] declared = Xml.join(
                version.namespaces(),
                "xmlns:dat",
                version.namespace("data/structurespecific"),
                "xmlns:flow",
                namespace,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        xml.document(() -> xml.element("mes:StructureSpecificData", declared, () -> {
            version.header(xml, message, attributes("namespace", namespace));
            while (message.dataSets().hasNext()) {
                dataSet(xml, message, message.dataSets().next());
            }
        }));
    }

    private void dataSet(Xml xml, DataMessage message, DataSet dataSet) throws IOException {
        List<String> attributes = new ArrayList<>(List.of(
                "xsi:type",
                "flow:DataSetType",
                "dat:structureRef",
                message.structure().id(),
                "dat:action",
                dataSet.action().word()));
        if (version == MlVersion.V2_1) {
            attributes.addAll(List.of("dat:dataScope", "Dataflow"));
        }
        if (dataSet.validFrom() != null) {
            attributes.addAll(List.of("dat:validFromDate", dataSet.validFrom().toString()));
        }
        if (dataSet.validTo() != null) {
            attributes.addAll(List.of("dat:validToDate", dataSet.validTo().toString()));
        }
        if (dataSet.action() != DataSet.Action.DELETE) {
            message.content().ofDataSet().forEach(attribute -> {
                attributes.add(attribute.name());
                attributes.add(attribute.of(null));
            });
        }
        xml.element("mes:DataSet", attributes.toArray(String[]::new), () -> {
            while (dataSet.series().hasNext()) {
                series(xml, message, dataSet.action(), dataSet.series().next());
            }
        });
    }

    private static void series(Xml xml, DataMessage message, DataSet.Action action, Series series) throws IOException {
        List<String> key = new ArrayList<>();
        List<String> ids = message.key(series);
        for (int place = 0; place < ids.size(); place++) {
            key.add(message.structure().seriesKey().get(place));
            key.add(ids.get(place));
        }
        if (message.query().isFlat()) {
            for (Observation observation : series.observations()) {
                observation(xml, message, action, key, observation);
            }
        } else if (message.content().hasObservations()) {
            xml.element("Series", key.toArray(String[]::new), () -> {
                for (Observation observation : series.observations()) {
                    observation(xml, message, action, List.of(), observation);
                }
            });
        } else {
            xml.empty("Series", key.toArray(String[]::new));
        }
    }

    private static void observation(
            Xml xml, DataMessage message, DataSet.Action action, List<String> key, Observation observation)
            throws IOException {
        List<String> attributes = new ArrayList<>(key);
        attributes.add(FlowStructure.TIME);
        attributes.add(Integer.toString(observation.year()));
        if (action != DataSet.Action.DELETE) {
            if (message.content().hasValues()) {
                attributes.add(FlowStructure.MEASURE);
                attributes.add(observation.value().toString());
            }
            message.content().ofObservations().forEach(attribute -> {
                attributes.add(attribute.name());
                attributes.add(attribute.of(observation));
            });
        }
        xml.empty("Obs", attributes.toArray(String[]::new));
    }
}
