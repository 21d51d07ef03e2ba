package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The XML schema that SDMX has derived from a data structure for its structure-specific data: no component that the
 * structure does not have, and of each only what its representation allows.
 */
final class StructureSchema {
    private static final String ID = "common:IDType";

    private StructureSchema() {}

    /** @param isFlat whether observations are by themselves rather than in series */
    static String of(FlowStructure structure, MlVersion version, boolean isFlat) {
        String namespace = structure.urn() + ":ObsLevelDim:" + (isFlat ? "AllDimensions" : FlowStructure.TIME);
        List<String> key = structure.seriesKey().stream()
                .map(id -> attribute(id, ID, "required"))
                .toList();
        String top = choice(isFlat ? "Obs" : "Series", version == MlVersion.V3_0);
        return """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="%1$s" targetNamespace="%1$s"
                    xmlns:dsd="%2$s" xmlns:common="%3$s" elementFormDefault="unqualified">
                  <xs:import namespace="%2$s" schemaLocation="SDMXDataStructureSpecific.xsd"/>
                  <xs:import namespace="%3$s" schemaLocation="SDMXCommon.xsd"/>
                  %4$s
                  %5$s
                  %6$s
                </xs:schema>
                """.formatted(
                        namespace,
                        version.namespace("data/structurespecific"),
                        version.namespace("common"),
                        type("DataSetType", top, ofDataSet()),
                        isFlat ? "" : type("SeriesType", element("Obs", true), key),
                        type("ObsType", "", isFlat ? join(key, ofObservation()) : ofObservation()));
    }

    private static String type(String name, String content, List<String> attributes) {
        return """
                <xs:complexType name="%1$s"><xs:complexContent><xs:restriction base="dsd:%1$s">
                  <xs:sequence><xs:element ref="common:Annotations" minOccurs="0"/>%2$s</xs:sequence>%3$s
                </xs:restriction></xs:complexContent></xs:complexType>
                """.formatted(name, content, String.join("", attributes));
    }

    /** @param isRepeated whether it is the choice that is repeated rather than what is chosen */
    private static String choice(String name, boolean isRepeated) {
        return "<xs:choice minOccurs=\"0\"" + (isRepeated ? " maxOccurs=\"unbounded\"" : "") + ">"
                + element(name, !isRepeated).replace("minOccurs=\"0\"", "") + "</xs:choice>";
    }

    private static String element(String name, boolean isRepeated) {
        return "<xs:element name=\"" + name + "\" type=\"" + name + "Type\" form=\"unqualified\" minOccurs=\"0\""
                + (isRepeated ? " maxOccurs=\"unbounded\"" : "") + "/>";
    }

    private static List<String> ofDataSet() {
        return List.of(
                attribute("UNIT_MEASURE", "xs:string", "optional"), attribute("UNIT_MULT", "xs:integer", "optional"));
    }

    private static List<String> ofObservation() {
        return List.of(
                attribute(FlowStructure.TIME, "common:ObservationalTimePeriodType", "required"),
                attribute(FlowStructure.MEASURE, "xs:decimal", "optional"),
                "<xs:attribute name=\"OBS_STATUS\"><xs:simpleType><xs:restriction base=\"xs:string\">"
                        + "<xs:enumeration value=\"A\"/><xs:enumeration value=\"U\"/>"
                        + "</xs:restriction></xs:simpleType></xs:attribute>",
                attribute("ENTITIES_REPORTING", "xs:nonNegativeInteger", "optional"),
                attribute("ENTITIES_COVERED", "xs:nonNegativeInteger", "optional"),
                attribute("AMOUNT_REPORTED", "xs:decimal", "optional"),
                attribute("AMOUNT_COVERED", "xs:decimal", "optional"));
    }

    private static String attribute(String id, String type, String use) {
        return "<xs:attribute name=\"" + id + "\" type=\"" + type + "\" use=\"" + use + "\"/>";
    }

    private static List<String> join(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toList());
    }
}
