package org.undatacube.aggregation.sdmx;

import static org.undatacube.http.sdmx.Xml.attributes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.undatacube.http.sdmx.Xml;

/** Which data there are as SDMX-ML: a constraint of the kind that says what is, rather than what may be. */
final class AvailabilityMl {
    private final MlVersion version;
    private final boolean isOld;

    AvailabilityMl(MlVersion version) {
        this.version = version;
        this.isOld = version == MlVersion.V2_1;
    }

    void write(AvailabilityMessage message, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        String[] declared = Xml.join(version.namespaces(), "xmlns:str", version.namespace("structure"));
        String constraints = isOld ? "str:Constraints" : "str:DataConstraints";
        xml.document(() -> xml.element("mes:Structure", declared, () -> {
            xml.element(
                    "mes:Header",
                    attributes(),
                    () -> MlVersion.start(xml, message.id(), message.prepared().toString()));
            xml.element(
                    "mes:Structures",
                    attributes(),
                    () -> xml.element(constraints, attributes(), () -> constraint(xml, message)));
        }));
    }

    private void constraint(Xml xml, AvailabilityMessage message) throws IOException {
        String[] identity = attributes(
                "id",
                message.constraintId(),
                "agencyID",
                FlowStructure.AGENCY,
                "version",
                FlowStructure.VERSION,
                isOld ? "type" : "role",
                "Actual");
        xml.element(isOld ? "str:ContentConstraint" : "str:DataConstraint", identity, () -> {
            xml.element("com:Annotations", attributes(), () -> {
                metric(xml, "series_count", message.availability().series());
                metric(xml, "obs_count", message.availability().observations());
            });
            xml.text("com:Name", message.name(), "xml:lang", "en");
            xml.element("str:ConstraintAttachment", attributes(), () -> attachment(xml, message.structure()));
            String[] region = attributes("include", "true");
            xml.element("str:CubeRegion", region, () -> region(xml, message.availability()));
        });
    }

    private static void metric(Xml xml, String id, long count) throws IOException {
        xml.element("com:Annotation", attributes("id", id), () -> {
            xml.text("com:AnnotationTitle", Long.toString(count));
            xml.text("com:AnnotationType", "sdmx_metrics");
        });
    }

    private void attachment(Xml xml, FlowStructure structure) throws IOException {
        if (isOld) {
            xml.element("str:Dataflow", attributes(), () -> MlVersion.reference(xml, structure));
        } else {
            xml.text("str:Dataflow", structure.urn());
        }
    }

    private void region(Xml xml, Availability availability) throws IOException {
        String prefix = isOld ? "com:" : "str:";
        for (Map.Entry<String, List<String>> dimension : availability.values().entrySet()) {
            xml.element(prefix + "KeyValue", attributes("id", dimension.getKey()), () -> {
                for (String value : dimension.getValue()) {
                    xml.text(prefix + "Value", value);
                }
            });
        }
        if (availability.years() != null) {
            xml.element(
                    prefix + "KeyValue",
                    attributes("id", FlowStructure.TIME),
                    () -> xml.element(prefix + "TimeRange", attributes(), () -> {
                        xml.text(
                                prefix + "StartPeriod",
                                Integer.toString(availability.years().first()),
                                "isInclusive",
                                "true");
                        xml.text(
                                prefix + "EndPeriod",
                                Integer.toString(availability.years().last()),
                                "isInclusive",
                                "true");
                    }));
        }
    }
}
