package org.undatacube.registry.sdmx;

/** The kinds of artefacts that there are, in the order in which a message has them. */
enum ArtefactType {
    AGENCY_SCHEME("base.AgencyScheme", "base.Agency"),
    DATAFLOW("datastructure.Dataflow", null),
    CODELIST("codelist.Codelist", "codelist.Code"),
    HIERARCHY("codelist.Hierarchy", null),
    CONCEPT_SCHEME("conceptscheme.ConceptScheme", "conceptscheme.Concept"),
    DATA_STRUCTURE("datastructure.DataStructure", null);

    private final String urnClass;
    private final String itemUrnClass;

    ArtefactType(String urnClass, String itemUrnClass) {
        this.urnClass = urnClass;
        this.itemUrnClass = itemUrnClass;
    }

    /** Package and class in the information model of SDMX 3.0, as a URN has them. */
    String urnClass() {
        return urnClass;
    }

    /**
     * The same of its items.
     *
     * @throws IllegalStateException where it is no scheme
     */
    String itemUrnClass() {
        if (itemUrnClass == null) {
            throw new IllegalStateException(name() + " has no items");
        }
        return itemUrnClass;
    }
}
