package org.undatacube.registry.sdmx;

/** How much is said of an artefact. */
enum Amount {
    FULL,
    /** As full, but of the items only those that what is asked for uses. */
    USED,
    /** Without its items. */
    COMPLETE_STUB,
    /** Its identification and its name. */
    STUB
}
