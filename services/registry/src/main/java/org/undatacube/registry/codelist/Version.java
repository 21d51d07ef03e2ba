package org.undatacube.registry.codelist;

/**
 * Semantic version of a code list or of one of its hierarchies: what a reader who knows the former version must expect.
 *
 * <ul>
 *   <li>major: something that was right before may be wrong now, e.g. a code was retired or moved;
 *   <li>minor: more is right than before, e.g. a code came in;
 *   <li>patch: it is said in other words.
 * </ul>
 */
public record Version(int major, int minor, int patch) {
    public static final Version FIRST = new Version(1, 0, 0);

    public static Version of(String text) {
        String[] parts = text.split("\\.", -1);
        return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    public Version next(Impact impact) {
        return switch (impact) {
            case BREAKING -> new Version(major + 1, 0, 0);
            case WIDENING -> new Version(major, minor + 1, 0);
            case WORDING -> new Version(major, minor, patch + 1);
        };
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
