package org.undatacube.loader;

/** The load came to an end without publishing. */
final class LoadFailed extends Exception {
    private static final long serialVersionUID = 1L;

    LoadFailed(String message) {
        super(message);
    }
}
