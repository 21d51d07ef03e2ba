package org.undatacube.registry.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.codelists.CodeList;

/** The files that can be imported, and the list that each belongs to. */
enum ImportFormat {
    CEB_ENTITIES("ceb-entities", "entities", "CEB's ENTITIES.csv", CebLayout.ENTITIES),
    CEB_FUNCTIONS("ceb-functions", "functions", "CEB's FUNCTIONS.csv", CebLayout.FUNCTIONS),
    CEB_LOCATIONS("ceb-locations", "locations", "CEB's LOCATIONS.csv", CebLayout.LOCATIONS),
    CEB_INSTRUMENTS("ceb-instruments", "instruments", "CEB's INSTRUMENTS.csv", CebLayout.INSTRUMENTS),
    CEB_POOLED_FUNDS(
            "ceb-pooled-funds",
            "instruments",
            "CEB's UN_INTER_AGENCY_POOLED_FUNDS.csv",
            FundFile.POOLED.fileColumns(),
            (current, findings, source) -> new FundFile(FundFile.POOLED, current, findings)),
    CEB_THEMATIC_FUNDS(
            "ceb-thematic-funds",
            "instruments",
            "CEB's THEMATIC_FUNDS.csv",
            FundFile.THEMATIC.fileColumns(),
            (current, findings, source) -> new FundFile(FundFile.THEMATIC, current, findings)),
    CEB_SDGS("ceb-sdgs", "sdgs", "CEB's SDG.csv", CebLayout.SDGS),
    CEB_CONTRIBUTOR_TYPES(
            "ceb-contributor-types", "contributors", "CEB's CONTRIBUTOR_TYPES.csv", CebLayout.CONTRIBUTOR_TYPES),
    CEB_DONORS("ceb-donors", "contributors", "CEB's DONORS.csv", CebLayout.CONTRIBUTORS),
    CEB_DAC("ceb-dac", "sectors", "CEB's DAC.csv", CebLayout.SECTORS),
    DATACUBE(
            "datacube",
            null,
            "The project's own format, in which a list is exported too; a column that is left out says nothing",
            DatacubeFile.fileColumns(),
            DatacubeFile::new);

    private interface Opening {
        /** @param source where those spellings were met of which the file does not say it */
        ImportedFile open(CodeList current, Findings findings, String source);
    }

    private final String code;
    private final String list;
    private final String description;
    private final List<FileColumn> columns;
    private final Opening opening;

    ImportFormat(String code, String list, String description, CebLayout layout) {
        this(
                code,
                list,
                description,
                layout.fileColumns(),
                (current, findings, source) -> new CebFile(layout, current, findings));
    }

    ImportFormat(String code, String list, String description, List<FileColumn> columns, Opening opening) {
        this.code = code;
        this.list = list;
        this.description = description;
        this.columns = columns;
        this.opening = opening;
    }

    String code() {
        return code;
    }

    String description() {
        return description;
    }

    List<FileColumn> columns() {
        return columns;
    }

    /** The project's own format knows all that may be in it; CEB's files have columns that say nothing here. */
    boolean knowsAllColumns() {
        return this == DATACUBE;
    }

    /** The columns whose blanks are the writer's own matter: none in CEB's files, which are lists of names. */
    Set<String> freeText() {
        return this == DATACUBE ? DatacubeFile.FREE_TEXT : Set.of();
    }

    ImportedFile open(CodeList current, Findings findings, String source) {
        return opening.open(current, findings, source);
    }

    /** The formats that a list takes. */
    static List<ImportFormat> of(String list) {
        return Stream.of(values())
                .filter(format -> format.list == null || format.list.equals(list))
                .toList();
    }

    static Optional<ImportFormat> find(String list, String code) {
        return of(list).stream().filter(format -> format.code.equals(code)).findFirst();
    }
}
