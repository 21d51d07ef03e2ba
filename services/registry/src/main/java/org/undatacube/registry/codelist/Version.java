package org.undatacube.registry.codelist;

/** Semantic version of a code list: minor where codes came in, patch where known ones were changed. */
record Version(int major, int minor, int patch) {
    /** Before a list was first filled. */
    static final Version NONE = new Version(0, 0, 0);

    static Version of(String text) {
        String[] parts = text.split("\\.", -1);
        return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    Version next(boolean codesAdded) {
        if (equals(NONE)) {
            return new Version(1, 0, 0);
        }
        return codesAdded ? new Version(major, minor + 1, 0) : new Version(major, minor, patch + 1);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
