package org.undatacube.registry.importing;

import org.undatacube.codelists.Code;

/** Where a code stands in its list; the parent is null at the top. */
record Place(String level, String parent) {
    static Place of(Code code) {
        return new Place(code.level(), code.parent());
    }

    @Override
    public String toString() {
        return parent == null ? level : level + " under " + parent;
    }
}
