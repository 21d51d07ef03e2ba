package org.undatacube.registry.importing;

import static org.undatacube.registry.listfile.ListColumn.ALIASES;
import static org.undatacube.registry.listfile.ListColumn.ATTRIBUTES;
import static org.undatacube.registry.listfile.ListColumn.CODE;
import static org.undatacube.registry.listfile.ListColumn.DEFINITION;
import static org.undatacube.registry.listfile.ListColumn.LABEL_EN;
import static org.undatacube.registry.listfile.ListColumn.LEVEL;
import static org.undatacube.registry.listfile.ListColumn.PARENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.undatacube.registry.listfile.ListColumn;

/**
 * What one of CEB's files is like that has a row for each code.
 *
 * @param source what the file is called where it is named as a source
 * @param levels the levels of the list whose codes are in the file
 * @param columns the file's own names for what a code has
 * @param placing how the file says where a code stands
 * @param authority whose names and hierarchy stand where CEB's differ; null where CEB's do
 */
record CebLayout(
        String source, Set<String> levels, Map<ListColumn, String> columns, Placing placing, String authority) {
    private static final Map<String, String> FUNCTIONS_OF_SECTORS =
            Map.of("Development", "E01", "Humanitarian", "E02", "Peacekeeping", "E03");

    static final CebLayout ENTITIES = new CebLayout(
            "CEB entity list",
            Set.of("entity", "subentity"),
            Map.of(CODE, "ENTITYCODE", LABEL_EN, "Entity name", ALIASES, "SYNONYM"),
            Placing::ofEntity,
            null);
    static final CebLayout FUNCTIONS = new CebLayout(
            "CEB function list",
            Set.of("function"),
            Map.of(CODE, "CODE", LABEL_EN, "UN System Function", DEFINITION, "Definition"),
            Placing::ofFunction,
            null);
    static final CebLayout LOCATIONS = new CebLayout(
            "CEB location list",
            Set.of("region", "subregion", "intermediate", "country"),
            Map.of(CODE, "CODE", LABEL_EN, "COUNTRY", PARENT, "REGION CODE", LEVEL, "TYPE"),
            Placing::ofLocation,
            "M49");
    static final CebLayout INSTRUMENTS = new CebLayout(
            "CEB instrument list",
            Set.of("group", "instrument"),
            Map.of(CODE, "CODE", LABEL_EN, "NAME", DEFINITION, "DESC", PARENT, "TYPE"),
            Placing::ofInstrument,
            null);
    static final CebLayout SDGS = new CebLayout(
            "CEB SDG list",
            Set.of("goal", "target"),
            Map.of(CODE, "TARGET", LABEL_EN, "DESC", PARENT, "GOAL"),
            Placing::ofTarget,
            "the 2030 Agenda");
    static final CebLayout CONTRIBUTOR_TYPES = new CebLayout(
            "CEB list of contributor types",
            Set.of("type"),
            Map.of(CODE, "TYPE", LABEL_EN, "NAME", DEFINITION, "DEFINITION"),
            Placing::ofContributorType,
            null);
    static final CebLayout CONTRIBUTORS = new CebLayout(
            "CEB contributor list",
            Set.of("contributor"),
            Map.of(CODE, "CEB CODE", LABEL_EN, "NAME", PARENT, "CONTRIBUTOR TYPE"),
            Placing::ofContributor,
            null);
    static final CebLayout SECTORS = new CebLayout(
            "CEB list of DAC sectors",
            Set.of("sector", "purpose"),
            Map.of(CODE, "CODE", LABEL_EN, "DESC", ATTRIBUTES, "Mapped to UN System Function"),
            Placing::ofSector,
            null);

    List<FileColumn> fileColumns() {
        return new TreeMap<>(columns)
                .entrySet().stream()
                        .map(column -> new FileColumn(column.getValue(), true, meaning(column.getKey())))
                        .toList();
    }

    /** What the column of attributes says; nothing where the function depends on the figure. */
    Map<String, String> attributes(CsvTable.Row row) {
        String function =
                columns.containsKey(ATTRIBUTES) ? FUNCTIONS_OF_SECTORS.get(row.field(columns.get(ATTRIBUTES))) : null;
        return function == null ? Map.of() : Map.of("function", function);
    }

    private static String meaning(ListColumn column) {
        return switch (column) {
            case LEVEL -> "What kind of code it is";
            case PARENT -> "What it belongs to";
            case ATTRIBUTES -> "The function that it belongs to";
            case ALIASES -> "Another spelling of the code";
            default -> column.meaning();
        };
    }
}
