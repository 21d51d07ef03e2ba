package org.undatacube.aggregation.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.codelists.Flow;

/**
 * What can be had.
 *
 * @param latest of each cube; what is not made yet is made when it is asked for, as is any other edition
 * @param made what is there, the one used last first
 */
@Schema(name = "BulkListing")
record BulkListing(List<Latest> latest, List<Manifest> made) {
    /**
     * @param edition the present one
     * @param made whether its files are there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BulkLatest")
    record Latest(
            Flow cube,
            long edition,
            Instant publishedAt,
            @Schema(examples = "/api/v1/bulk/expense/3") String address,
            boolean made) {}

    static BulkListing of(Products products) {
        List<Manifest> made =
                products.made().stream().map(MadeProduct::manifest).toList();
        Edition current = products.current();
        List<Latest> latest = new ArrayList<>();
        if (current.number() != Edition.NONE.number()) {
            Stream.of(Flow.values()).forEach(cube -> latest.add(latest(products.whole(cube, current), made)));
        }
        return new BulkListing(latest, made);
    }

    private static Latest latest(Product product, List<Manifest> made) {
        return new Latest(
                product.cube(),
                product.to().number(),
                product.to().publishedAt(),
                product.address(),
                made.stream()
                        .anyMatch(manifest -> manifest.address().equals(product.address())
                                && manifest.publishedAt().equals(product.to().publishedAt())));
    }
}
