package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/**
 * How SDMX sees a cube: a data flow whose observations are keyed by frequency, the cube's dimensions and the year. The
 * registry gives the definitions to who asks for structures; the two must agree.
 *
 * @param dimensions those of the cube, in the order of keys
 */
record FlowStructure(Flow flow, List<CodedDimension> dimensions) {
    static final String AGENCY = "UNDATACUBE";
    static final String VERSION = "1.0.0";
    /** As clients of 2.1 write the same version, which had two numbers then. */
    static final String VERSION_OF_2_1 = "1.0";

    static final String FREQUENCY = "FREQ";
    /** The only frequency there is. */
    static final String ANNUAL = "A";

    static final String TIME = "TIME_PERIOD";
    static final String MEASURE = "OBS_VALUE";

    /** @param level that at which the data standard reports */
    record CodedDimension(String id, Dimension dimension, String level) {
        static CodedDimension of(Dimension dimension) {
            String level = switch (dimension) {
                case ENTITY -> "entity";
                case FUNCTION -> "function";
                case LOCATION -> "country";
                case INSTRUMENT -> "instrument";
                case SDG -> "goal";
                case CONTRIBUTOR -> "contributor";
                case GEM -> "marker";
            };
            String id = dimension == Dimension.LOCATION
                    ? "REF_AREA"
                    : dimension.code().toUpperCase(Locale.ROOT);
            return new CodedDimension(id, dimension, level);
        }
    }

    static FlowStructure of(Flow flow) {
        return new FlowStructure(
                flow, CubeDimensions.of(flow).stream().map(CodedDimension::of).toList());
    }

    static Optional<FlowStructure> find(String id) {
        return Stream.of(Flow.values())
                .map(FlowStructure::of)
                .filter(structure -> structure.id().equals(id))
                .findFirst();
    }

    static List<String> ids() {
        return Stream.of(Flow.values()).map(flow -> of(flow).id()).toList();
    }

    /** Of the data flow. */
    String id() {
        return flow.name();
    }

    /** Of the data structure definition. */
    String structureId() {
        return "DSD_" + id();
    }

    /** The dimensions that make up the key of a time series. */
    List<String> seriesKey() {
        return Stream.concat(Stream.of(FREQUENCY), dimensions.stream().map(CodedDimension::id))
                .toList();
    }

    List<String> allDimensions() {
        return Stream.concat(seriesKey().stream(), Stream.of(TIME)).toList();
    }

    /** All that a filter can name. */
    List<String> components() {
        return Stream.of(
                        allDimensions().stream(),
                        Stream.of(MEASURE),
                        Stream.of(Attribute.values()).map(Attribute::name))
                .flatMap(some -> some)
                .toList();
    }

    String urn() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + reference();
    }

    String structureUrn() {
        return "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=" + AGENCY + ":" + structureId() + "(" + VERSION
                + ")";
    }

    /** Agency, identifier and version in the way of URNs and of CSV. */
    String reference() {
        return AGENCY + ":" + id() + "(" + VERSION + ")";
    }
}
