package org.undatacube.aggregation.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.Terms;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.coverage.CoverageConfig;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Whole-cube files and changes between editions: found where they are there, and made where they are not. */
@Singleton
class Products {
    private static final Logger LOG = Logger.getLogger(Products.class);

    private final Engine engine;
    private final Answering answering;
    private final BigDecimal tolerance;
    private final Duration timeForLists;
    private final Making.Material material;
    private final Shelf shelf;
    private final Workshop workshop;

    Products(
            Engine engine,
            Answering answering,
            CoverageConfig coverage,
            EngineConfig store,
            BulkConfig config,
            Terms terms,
            ObjectMapper json,
            Clock clock) {
        this.engine = engine;
        this.answering = answering;
        this.tolerance = coverage.tolerance();
        this.timeForLists = store.timeLimit();
        this.material = new Making.Material(json, terms, config.memoryLimit());
        this.shelf = new Shelf(
                config.folder().orElseGet(() -> store.store().resolve("bulk")),
                config.diskLimit().asLongValue(),
                clock);
        this.workshop = new Workshop(shelf, config.patience());
    }

    @PreDestroy
    void close() {
        workshop.close();
    }

    /** How many there are, whoever may still ask for them, and how many bytes they take. */
    Stock stock() {
        return new Stock(shelf.all().size(), shelf.bytes(), workshop.underWay());
    }

    /** @param underWay how many are being made or wait for it */
    record Stock(int products, long bytes, int underWay) {}

    /** The present edition. */
    Edition current() {
        return engine.read(snapshot -> snapshot.catalogue().current());
    }

    /** Empty where there is no such edition, and for that before anything was published. */
    Optional<Edition> edition(long number) {
        return engine.read(snapshot -> snapshot.catalogue().edition(number))
                .filter(edition -> edition.number() != Edition.NONE.number());
    }

    Product whole(Flow cube, Edition edition) {
        return new Product(cube, Optional.empty(), edition, tolerance);
    }

    Product changes(Flow cube, Edition from, Edition to) {
        return new Product(cube, Optional.of(from), to, tolerance);
    }

    /**
     * The product with its files; empty where it is still being made.
     *
     * @throws Problem where it cannot be made
     */
    Optional<MadeProduct> get(Product product) {
        return workshop.get(product.folder(), folder -> make(product, folder)).map(this::read);
    }

    /** Those that are there and of the suite as it is now, the one used last first. */
    List<MadeProduct> made() {
        return shelf.all().stream()
                .flatMap(folder -> readIfThere(folder).stream())
                .filter(this::isServed)
                .toList();
    }

    /** What another version of this service made, or an earlier suite, is not asked for any more, and goes when room is made. */
    private boolean isServed(MadeProduct made) {
        Manifest manifest = made.manifest();
        Optional<Edition> from = Optional.ofNullable(manifest.from()).flatMap(this::edition);
        Optional<Edition> to = edition(manifest.edition());
        return to.map(edition -> new Product(manifest.cube(), from, edition, tolerance).folder())
                .filter(made.folder().getFileName().toString()::equals)
                .isPresent();
    }

    private Optional<MadeProduct> readIfThere(Path folder) {
        try {
            return Optional.of(read(folder));
        } catch (UncheckedIOException e) {
            LOG.debugf(e, "%s is gone or was made by another version", folder);
            return Optional.empty();
        }
    }

    private MadeProduct read(Path folder) {
        try {
            Path file = folder.resolve(Manifest.FILE);
            return new MadeProduct(
                    folder,
                    material.json().readValue(file.toFile(), Manifest.class),
                    HashedOutput.of(file).hash());
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest of " + folder + " cannot be read", e);
        }
    }

    private void make(Product product, Path folder) throws IOException {
        IOException failure = engine.read(snapshot -> {
            requireThere(product, snapshot);
            try {
                new Making(product, snapshot, members(product, snapshot), folder, material).make();
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    /** The store may be another one by the time when it is the product's turn. */
    private static void requireThere(Product product, Snapshot snapshot) {
        if (!snapshot.catalogue().edition(product.to().number()).equals(Optional.of(product.to()))) {
            throw new Problem(
                    AggregationProblem.BULK_BUSY,
                    "The cubes were begun anew meanwhile, and edition "
                            + product.to().number() + " is another one.");
        }
    }

    private Members members(Product product, Snapshot snapshot) {
        String edition = Long.toString(product.to().number());
        return answering.members(
                snapshot,
                new Parameters(Map.of(ParameterNames.EDITION, List.of(edition)), Answering.PARAMETERS),
                new Patience(timeForLists));
    }
}
