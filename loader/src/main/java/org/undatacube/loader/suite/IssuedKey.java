package org.undatacube.loader.suite;

/** An API key that was just made. */
record IssuedKey(String id, String key) {
    /** A key is never printed. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
