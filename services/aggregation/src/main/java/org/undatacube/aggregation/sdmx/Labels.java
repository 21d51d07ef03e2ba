package org.undatacube.aggregation.sdmx;

import java.util.Map;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.SdmxId;

/** What everything in a message is called, in the reader's language. */
record Labels(Wordings wordings, Members members, String language) {
    private static final String STATUSES = "CL_OBS_STATUS";
    private static final String FREQUENCIES = "CL_FREQ";
    private static final Map<String, String> UNITS = Map.of("USD", "US dollar", "0", "Units");

    String flow(FlowStructure structure) {
        return in(wordings.flow(structure.id()), structure.id());
    }

    String component(String id) {
        return in(wordings.component(id), id);
    }

    String frequency() {
        return in(wordings.code(FREQUENCIES, FlowStructure.ANNUAL), FlowStructure.ANNUAL);
    }

    /** @param code null for the total */
    String member(Dimension dimension, String code) {
        return code == null
                ? in(wordings.member(SdmxId.TOTAL), SdmxId.TOTAL)
                : in(members.list(dimension).find(code).map(Code::label).orElse(Map.of()), code);
    }

    /** Of a value that an attribute has; empty where it speaks for itself. */
    String value(Attribute attribute, String value) {
        if (attribute == Attribute.OBS_STATUS) {
            return in(wordings.code(STATUSES, value), value);
        }
        return attribute.isOfDataSet() ? UNITS.getOrDefault(value, value) : "";
    }

    private String in(Map<String, String> texts, String otherwise) {
        return Wordings.in(language, texts, otherwise);
    }
}
