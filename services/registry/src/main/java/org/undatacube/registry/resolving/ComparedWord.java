package org.undatacube.registry.resolving;

import java.util.List;
import org.apache.commons.text.similarity.SimilarityInput;

/**
 * A word as the library compares it with another. Release 1.15.0 asks whether two letters are the same object, so equal
 * letters of compared words must be.
 */
record ComparedWord(List<Character> letters) implements SimilarityInput<Character> {

    @Override
    public Character at(int place) {
        return letters.get(place);
    }

    @Override
    public int length() {
        return letters.size();
    }
}
