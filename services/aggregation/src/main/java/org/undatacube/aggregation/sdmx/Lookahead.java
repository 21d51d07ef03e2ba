package org.undatacube.aggregation.sdmx;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Things that are found one after the other, each only when somebody wants to know whether it is there. */
abstract class Lookahead<T> implements Iterator<T> {
    private T next;
    private boolean isEnded;

    /** The next one; null where there is none any more. */
    abstract T find();

    @Override
    public final boolean hasNext() {
        if (next == null && !isEnded) {
            next = find();
            isEnded = next == null;
        }
        return next != null;
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T found = next;
        next = null;
        return found;
    }
}
