package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.registry.Fingerprint;

/**
 * The structure of each cube's data and the flow in which they can be had. The service that has the data writes them
 * accordingly.
 */
final class CubeStructures {
    /** To be raised with whatever data are to be written otherwise for. */
    private static final String VERSION = "1.0.0";

    private static final String TIME = "TIME_PERIOD";
    private static final String MEASURE = "OBS_VALUE";

    private final Vocabulary vocabulary;
    private final Reference scheme;
    private final Map<String, Item> concepts;
    private final Map<String, Maintainable> lists;

    /** @param lists the latest version of each code list */
    CubeStructures(Vocabulary vocabulary, ItemScheme concepts, List<Maintainable> lists) {
        this.vocabulary = vocabulary;
        this.scheme = Reference.toLatest(concepts.head());
        this.concepts = concepts.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        this.lists = lists.stream().collect(Collectors.toMap(Maintainable::id, Function.identity()));
    }

    Stream<Artefact> artefacts() {
        return Stream.of(Flow.values()).map(this::structure).flatMap(this::withFlow);
    }

    private DataStructure structure(Flow cube) {
        List<DataStructure.Component> dimensions = Stream.of(
                        Stream.of(component("FREQ")),
                        Stream.concat(Stream.of(Dimension.ENTITY), cube.dimensions().stream())
                                .map(this::dimension))
                .flatMap(part -> part)
                .toList();
        List<DataStructure.Attribute> attributes = List.of(
                new DataStructure.Attribute(component("UNIT_MEASURE"), false, false),
                new DataStructure.Attribute(component("UNIT_MULT"), false, false),
                new DataStructure.Attribute(component("OBS_STATUS"), true, true),
                new DataStructure.Attribute(component("ENTITIES_REPORTING"), false, true),
                new DataStructure.Attribute(component("ENTITIES_COVERED"), false, true),
                new DataStructure.Attribute(component("AMOUNT_REPORTED"), false, true),
                new DataStructure.Attribute(component("AMOUNT_COVERED"), false, true));
        return new DataStructure(
                head(ArtefactType.DATA_STRUCTURE, "DSD_" + cube.name(), dimensions),
                scheme,
                dimensions,
                component(TIME),
                component(MEASURE),
                attributes);
    }

    private Stream<Artefact> withFlow(DataStructure structure) {
        Maintainable head = structure.head();
        String id = head.id().replaceFirst("^DSD_", "");
        return Stream.of(structure, new Dataflow(head(ArtefactType.DATAFLOW, id, structure), Reference.to(head)));
    }

    private Maintainable head(ArtefactType type, String id, Object content) {
        Vocabulary.Wording wording = vocabulary.wording(id);
        return new Maintainable(
                type,
                Maintainable.AGENCY,
                id,
                VERSION,
                // follows the versions of lists and concepts
                false,
                null,
                wording.names(),
                wording.description(),
                List.of(),
                Fingerprint.of(wording + content.toString()));
    }

    private DataStructure.Component dimension(Dimension dimension) {
        boolean isArea = dimension == Dimension.LOCATION;
        String list = isArea ? MemberCodelist.AREAS : MemberCodelist.idOf("CL_" + dimension.name());
        return new DataStructure.Component(
                isArea ? "REF_AREA" : dimension.name(),
                new Item.Representation(Reference.toLatest(lists.get(list)), null));
    }

    /** What is represented as its concept is. */
    private DataStructure.Component component(String concept) {
        return new DataStructure.Component(concept, concepts.get(concept).representation());
    }
}
