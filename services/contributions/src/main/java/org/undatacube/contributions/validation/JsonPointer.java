package org.undatacube.contributions.validation;

/** RFC 6901. */
public final class JsonPointer {
    private JsonPointer() {}

    /** One step of a pointer. */
    public static String escape(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
