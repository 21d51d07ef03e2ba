package org.undatacube.http;

import java.util.List;

/** What a key may do. Preparer and certifier work for one entity, reviewer and administrator for all. */
public final class Role {
    /** Prepares an entity's submissions. */
    public static final String PREPARER = "preparer";
    /** Certifies what a preparer of the same entity prepared. */
    public static final String CERTIFIER = "certifier";
    /** The secretariat: reads every submission and publishes. */
    public static final String REVIEWER = "reviewer";
    /** All that a reviewer may, and the code lists and keys. */
    public static final String ADMINISTRATOR = "administrator";

    public static final List<String> ALL = List.of(PREPARER, CERTIFIER, REVIEWER, ADMINISTRATOR);

    private Role() {}
}
