package org.undatacube.registry.importing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** How one of CEB's files says where a code stands. */
@FunctionalInterface
interface Placing {
    /** Nothing, and a finding, where the row does not say it rightly. */
    Optional<Place> place(CsvTable.Row row, String code, CodeList current, Findings findings);

    /** The file has the optional flag for enabling costs beside the functions; that is none. */
    static Optional<Place> ofFunction(CsvTable.Row row, String code, CodeList current, Findings findings) {
        if (code.equals("OPC") || code.equals("NOPC")) {
            findings.note(row, "CODE", "The flag for enabling costs is no function; the row is passed over.");
            return Optional.empty();
        }
        return Optional.of(new Place("function", null));
    }

    static Optional<Place> ofContributorType(CsvTable.Row row, String code, CodeList current, Findings findings) {
        return Optional.of(new Place("type", null));
    }

    /** The file of entities does not say it: a new one stands where its code points to, for somebody to look at. */
    static Optional<Place> ofEntity(CsvTable.Row row, String code, CodeList current, Findings findings) {
        Optional<Code> known = current.find(code);
        if (known.isPresent()) {
            return known.map(Place::of);
        }
        Place guess = code.startsWith("UN-") ? new Place("subentity", "UN") : new Place("entity", "OTHER");
        findings.warn(
                row,
                "ENTITYCODE",
                "The file does not say what kind of entity this is; it is imported on the level " + guess.level()
                        + " under " + guess.parent() + ".");
        return Optional.of(guess);
    }

    /** Goals stand under themselves in the file. */
    static Optional<Place> ofTarget(CsvTable.Row row, String code, CodeList current, Findings findings) {
        String goal = row.field("GOAL");
        if (goal.equals(code)) {
            return Optional.of(new Place("goal", null));
        }
        if (!code.startsWith(goal + ".") && current.find(code).isEmpty()) {
            findings.warn(
                    row,
                    "GOAL",
                    "The target " + code + " stands under goal " + goal + ".",
                    code.replaceFirst("\\..*", ""));
        }
        return Optional.of(new Place("target", goal));
    }

    /** Regions stand under themselves in the file, countries under the nearest region above them. */
    static Optional<Place> ofLocation(CsvTable.Row row, String code, CodeList current, Findings findings) {
        String region = row.field("REGION CODE");
        return switch (row.field("TYPE").toUpperCase(Locale.ROOT)) {
            case "REG" -> Optional.of(new Place("region", null));
            case "COU" -> Optional.of(new Place("country", region));
            case "SUB" -> Optional.of(new Place(levelBelow(code, region, current), region));
            default -> {
                findings.reject(row, "TYPE", "There is no such type of location.", "REG, SUB or COU");
                yield Optional.empty();
            }
        };
    }

    private static String levelBelow(String code, String region, CodeList current) {
        return current.find(code)
                .map(Code::level)
                .orElseGet(() -> current.find(region)
                        .filter(above -> above.level().equals("subregion"))
                        .map(above -> "intermediate")
                        .orElse("subregion"));
    }

    /** The file names the group of an instrument; an instrument without others in its group is the group. */
    static Optional<Place> ofInstrument(CsvTable.Row row, String code, CodeList current, Findings findings) {
        List<Code> groups = current.codes().stream()
                .filter(group -> group.level().equals("group"))
                .toList();
        Optional<Code> group = groups.stream()
                .filter(known -> Wording.isSame(known.englishLabel(), row.field("TYPE"))
                        || Spellings.knows(known, row.field("TYPE")))
                .findFirst();
        if (group.isEmpty()) {
            findings.reject(
                    row,
                    "TYPE",
                    "There is no group of instruments of this name.",
                    String.join("; ", groups.stream().map(Code::englishLabel).toList()));
        }
        return group.map(Code::code)
                .map(above -> above.equals(code) ? new Place("group", null) : new Place("instrument", above));
    }

    /** The first three digits of a purpose are its sector. */
    static Optional<Place> ofSector(CsvTable.Row row, String code, CodeList current, Findings findings) {
        boolean isPurpose = code.matches("\\d{5}");
        if (!isPurpose && !code.matches("\\d{3}")) {
            findings.reject(row, "CODE", "This is no code of a sector or purpose.", "three digits or five");
            return Optional.empty();
        }
        return Optional.of(isPurpose ? new Place("purpose", code.substring(0, 3)) : new Place("sector", null));
    }

    /** The type of a contributor; where CEB has assigned none, that is a type of its own. */
    static Optional<Place> ofContributor(CsvTable.Row row, String code, CodeList current, Findings findings) {
        String notAssigned = "XX";
        String raw = row.field("CONTRIBUTOR TYPE");
        if (raw.equalsIgnoreCase(notAssigned)) {
            findings.warn(row, "CONTRIBUTOR TYPE", "CEB has not assigned a type; imported under " + notAssigned + ".");
            return Optional.of(new Place("contributor", notAssigned));
        }
        Optional<Code> type = current.find(raw).filter(known -> known.level().equals("type"));
        if (type.isEmpty()) {
            findings.reject(
                    row, "CONTRIBUTOR TYPE", "There is no contributor type " + raw + ".", codes(current, "type"));
        }
        return type.map(known -> new Place("contributor", known.code()));
    }

    private static String codes(CodeList current, String level) {
        return current.codes().stream()
                .filter(code -> code.level().equals(level))
                .map(Code::code)
                .collect(Collectors.joining(", "));
    }
}
