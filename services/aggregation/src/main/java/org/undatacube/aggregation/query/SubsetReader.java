package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Problem;

/** Reads {@code year=2022..2024&entity=UNDP;WFP&by=year,entity}, which is what a question says by cuts and drilldowns. */
public final class SubsetReader {
    public static final String YEAR = "year";
    public static final String ENTITY = "entity";
    public static final String BY = "by";

    private static final char SEPARATOR = ';';
    private static final Map<String, Drilldown> DRILLDOWNS =
            Map.of(YEAR, new Drilldown.ByYear(), ENTITY, new Drilldown.ByLevel(Dimension.ENTITY, Members.ENTITY_LEVEL));
    private static final List<String> WORDS = List.of(YEAR, ENTITY);

    private final Members members;

    public SubsetReader(Members members) {
        this.members = members;
    }

    /** @throws Problem that says what is wrong, where, and what would be right */
    public Subset read(Parameters parameters) {
        List<Cut> cuts = new ArrayList<>();
        parameters.item(YEAR).ifPresent(years -> cuts.add(YearsReader.read(years.split(SEPARATOR), false)));
        parameters.item(ENTITY).ifPresent(entities -> cuts.add(entities(entities)));
        return new Subset(cuts, by(parameters.items(BY, ',')));
    }

    private Cut entities(Item item) {
        CutParts codes =
                new CutParts(false, item, CutParts.By.DIMENSION, Optional.empty(), item.split(SEPARATOR), item);
        return new Cut.ByMembers(
                Dimension.ENTITY,
                new CodesReader(Dimension.ENTITY, members).read(codes, Optional.empty()),
                false,
                false);
    }

    /** By year where nothing is said. */
    private static List<Drilldown> by(List<Item> items) {
        Set<String> words = new LinkedHashSet<>();
        for (Item item : items) {
            if (!WORDS.contains(item.text())) {
                throw item.unknown("by is year, entity or both, not " + item.shown() + ".", WORDS);
            }
            if (!words.add(item.text())) {
                throw item.wrong(item.text() + " stands twice in by.", "year,entity");
            }
        }
        return words.isEmpty()
                ? List.of(DRILLDOWNS.get(YEAR))
                : words.stream().map(DRILLDOWNS::get).toList();
    }
}
