package org.undatacube.registry.coderequest;

/** The smallest difference between two spellings. */
final class OneLetter {
    private OneLetter() {}

    /** Whether one letter more, less or another makes one of the other; false where they are the same. */
    static boolean isBetween(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = one.substring(same);
        String otherRest = other.substring(same);
        String shorter = rest.substring(Math.min(1, rest.length()));
        String otherShorter = otherRest.substring(Math.min(1, otherRest.length()));
        return !one.equals(other)
                && (shorter.equals(otherShorter) || shorter.equals(otherRest) || rest.equals(otherShorter));
    }
}
