package org.undatacube.aggregation.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Flow;

/**
 * What there is of a product.
 *
 * @param from the earlier edition, where it is about changes; else null
 * @param lines how many lines the breakdowns have that stand, or that were added
 * @param codeLists their versions: those of the edition's day
 * @param added where it is about changes, the breakdowns that stand only in the later edition; else null
 * @param removed where it is about changes, those that stand only in the earlier one; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BulkManifest")
record Manifest(
        Flow cube,
        @Schema(nullable = true) Long from,
        long edition,
        Instant publishedAt,
        @Schema(examples = "/api/v1/bulk/expense/3") String address,
        int breakdowns,
        long lines,

        @Schema(type = SchemaType.OBJECT, examples = "{\"sdgs\":\"1.0.0\"}")
        Map<String, String> codeLists,

        List<File> files,
        @Schema(nullable = true) List<BreakdownRow> added,
        @Schema(nullable = true) List<BreakdownRow> removed,
        String source,
        String licence,
        String licenceAddress) {
    static final String FILE = "manifest.json";

    /**
     * A file.
     *
     * @param name within the product
     * @param rows of a table without its header, or of Parquet; null for what is no table
     * @param sha256 hexadecimal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BulkFile")
    record File(
            @Schema(examples = "year=2024/part-0.parquet") String name,

            @Schema(examples = "/api/v1/bulk/expense/3/year=2024/part-0.parquet")
            String address,

            String mediaType,
            long bytes,
            @Schema(nullable = true) Long rows,
            String sha256) {}
}
