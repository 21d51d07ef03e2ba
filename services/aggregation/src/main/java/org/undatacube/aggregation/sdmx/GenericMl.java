package org.undatacube.aggregation.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.undatacube.http.sdmx.Xml;

/** Generic data of SDMX-ML 2.1: every component is an element that names it. */
final class GenericMl implements DataWriter {
    @Override
    public void write(DataMessage message, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        String[] declared =
                Xml.join(MlVersion.V2_1.namespaces(), "xmlns:gen", MlVersion.V2_1.namespace("data/generic"));
        xml.document(() -> xml.element("mes:GenericData", declared, () -> {
            MlVersion.V2_1.header(xml, message);
            while (message.dataSets().hasNext()) {
                dataSet(xml, message, message.dataSets().next());
            }
        }));
    }

    private static void dataSet(Xml xml, DataMessage message, DataSet dataSet) throws IOException {
        String[] attributes = attributes(
                "structureRef",
                message.structure().id(),
                "action",
                dataSet.action().word(),
                "validFromDate",
                dataSet.validFrom() == null ? null : dataSet.validFrom().toString(),
                "validToDate",
                dataSet.validTo() == null ? null : dataSet.validTo().toString());
        boolean isTold = dataSet.action() != DataSet.Action.DELETE;
        xml.element("mes:DataSet", attributes, () -> {
            if (isTold) {
                tell(xml, message.content().ofDataSet(), null);
            }
            while (dataSet.series().hasNext()) {
                series(xml, message, isTold, dataSet.series().next());
            }
        });
    }

    private static void series(Xml xml, DataMessage message, boolean isTold, Series series) throws IOException {
        if (message.query().isFlat()) {
            for (Observation observation : series.observations()) {
                xml.element("gen:Obs", attributes(), () -> {
                    xml.element("gen:ObsKey", attributes(), () -> {
                        key(xml, message, series);
                        value(xml, FlowStructure.TIME, Integer.toString(observation.year()));
                    });
                    said(xml, message, isTold, observation);
                });
            }
            return;
        }
        xml.element("gen:Series", attributes(), () -> {
            xml.element("gen:SeriesKey", attributes(), () -> key(xml, message, series));
            if (message.content().hasObservations()) {
                for (Observation observation : series.observations()) {
                    xml.element("gen:Obs", attributes(), () -> {
                        xml.empty("gen:ObsDimension", "value", Integer.toString(observation.year()));
                        said(xml, message, isTold, observation);
                    });
                }
            }
        });
    }

    private static void key(Xml xml, DataMessage message, Series series) throws IOException {
        List<String> ids = message.key(series);
        for (int place = 0; place < ids.size(); place++) {
            value(xml, message.structure().seriesKey().get(place), ids.get(place));
        }
    }

    private static void said(Xml xml, DataMessage message, boolean isTold, Observation observation) throws IOException {
        if (isTold) {
            if (message.content().hasValues()) {
                xml.empty("gen:ObsValue", "value", observation.value().toString());
            }
            tell(xml, message.content().ofObservations(), observation);
        }
    }

    private static void tell(Xml xml, List<Attribute> attributes, Observation observation) throws IOException {
        if (!attributes.isEmpty()) {
            xml.element("gen:Attributes", attributes(), () -> {
                for (Attribute attribute : attributes) {
                    value(xml, attribute.name(), attribute.of(observation));
                }
            });
        }
    }

    private static void value(Xml xml, String id, String value) throws IOException {
        xml.empty("gen:Value", "id", id, "value", value);
    }
}
