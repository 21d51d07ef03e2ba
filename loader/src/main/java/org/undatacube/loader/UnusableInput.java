package org.undatacube.loader;

/** What the caller gave cannot be used; nothing was sent. */
final class UnusableInput extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableInput(String message) {
        super(message);
    }
}
