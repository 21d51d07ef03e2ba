package org.undatacube.gateway.cache;

import java.util.List;

/**
 * Under what an answer is found.
 *
 * @param generation of the target's selecting headers
 * @param values of the selecting headers
 */
record AnswerKey(Target target, long generation, List<String> values) {
    AnswerKey {
        values = List.copyOf(values);
    }

    int size() {
        return target.size() + values.stream().mapToInt(String::length).sum();
    }
}
