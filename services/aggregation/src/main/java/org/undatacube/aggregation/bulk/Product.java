package org.undatacube.aggregation.bulk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.codelists.Flow;

/**
 * A cube in an edition, or what changed of it between two.
 *
 * @param from the earlier edition, where it is about changes
 * @param to the edition, or the later one
 * @param tolerance by which breakdowns are chosen
 */
record Product(Flow cube, Optional<Edition> from, Edition to, BigDecimal tolerance) {
    /** To be changed with what is in the files, so that none of an earlier form is served. */
    private static final String FORM = "1";

    private static final int DIGITS_OF_HASH = 12;

    /** The first part of its files' names. */
    String name() {
        return cube.code() + from.map(edition -> "-delta-" + edition.number()).orElse("") + "-" + to.number();
    }

    /** Where its files are found again. After the suite was reset the editions' numbers begin again. */
    String folder() {
        String all = FORM + "@" + from.map(Product::text) + "@" + text(to) + "@"
                + tolerance.stripTrailingZeros().toPlainString();
        byte[] hash = HashedOutput.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        return name() + "-" + HexFormat.of().formatHex(hash).substring(0, DIGITS_OF_HASH);
    }

    private static String text(Edition edition) {
        return edition.publishedAt() + "="
                + edition.submissions().stream().sorted().toList();
    }

    /** Where its manifest is served. */
    String address() {
        String folder = "/api/v1/bulk/" + cube.code() + "/";
        return from.map(edition -> folder + "delta?from=" + edition.number() + "&to=" + to.number())
                .orElseGet(() -> folder + to.number());
    }

    /** Where a file of it is served; of changes there is one alone. */
    String address(String file) {
        return from.isPresent() ? address() + "&format=zip" : address() + "/" + file;
    }
}
