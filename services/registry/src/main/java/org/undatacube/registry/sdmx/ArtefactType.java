package org.undatacube.registry.sdmx;

/** The kinds of artefacts that there are, in the order in which a message has them. */
enum ArtefactType {
    AGENCY_SCHEME("base.AgencyScheme"),
    CODELIST("codelist.Codelist"),
    HIERARCHY("codelist.Hierarchy"),
    CONCEPT_SCHEME("conceptscheme.ConceptScheme");

    private final String urnClass;

    ArtefactType(String urnClass) {
        this.urnClass = urnClass;
    }

    /** Package and class in the information model of SDMX 3.0, as a URN has them. */
    String urnClass() {
        return urnClass;
    }
}
