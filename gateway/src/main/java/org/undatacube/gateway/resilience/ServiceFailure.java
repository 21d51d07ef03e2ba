package org.undatacube.gateway.resilience;

/** That a service did not answer, as opposed to a request that was refused or whose caller went away. */
final class ServiceFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean repeatable;

    /** @param repeatable whether the same request can be sent again without doing anything twice */
    ServiceFailure(Throwable cause, boolean repeatable) {
        super(cause);
        this.repeatable = repeatable;
    }

    boolean isRepeatable() {
        return repeatable;
    }
}
