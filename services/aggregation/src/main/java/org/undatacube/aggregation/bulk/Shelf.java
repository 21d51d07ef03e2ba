package org.undatacube.aggregation.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The folders of products that were made. Each was used last when it says that it was changed last. */
final class Shelf {
    private static final Logger LOG = Logger.getLogger(Shelf.class);
    private static final String UNFINISHED = ".making-";

    private final Path folder;
    private final long limit;
    private final Clock clock;

    /** @param limit how many bytes are kept at most, besides what was made last */
    Shelf(Path folder, long limit, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.limit = limit;
        this.clock = clock;
        clear();
    }

    /** What makes the files in a folder. */
    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** The folder of a product, where it is there; it counts as used now. */
    synchronized Optional<Path> find(String name) {
        Path found = folder.resolve(name);
        if (!Files.exists(found.resolve(Manifest.FILE))) {
            return Optional.empty();
        }
        try {
            Files.setLastModifiedTime(found, FileTime.from(clock.instant()));
        } catch (IOException e) {
            LOG.debugf(e, "When %s was used is not known", found);
        }
        return Optional.of(found);
    }

    /** Has a product made aside, and shows it when it is whole. */
    Path put(String name, Filling filling) {
        Path aside = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Files.createDirectories(aside);
            filling.fill(aside);
            return show(name, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + name + " cannot be made", e);
        } finally {
            delete(aside);
        }
    }

    /** The products that are there, the one used last first. */
    synchronized List<Path> all() {
        try (Stream<Path> folders = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return folders.filter(found -> Files.exists(found.resolve(Manifest.FILE)))
                    .sorted(Comparator.comparing(Shelf::usedAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all products take. */
    long bytes() {
        return all().stream().mapToLong(Shelf::bytes).sum();
    }

    private synchronized Path show(String name, Path aside) throws IOException {
        Path shown = folder.resolve(name);
        // remains of one that could not be deleted whole
        delete(shown);
        Files.move(aside, shown, StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(shown, FileTime.from(clock.instant()));
        makeRoom(shown);
        return shown;
    }

    private void makeRoom(Path newest) {
        List<Path> others = new ArrayList<>(all());
        others.remove(newest);
        long free = limit - bytes(newest);
        for (Path product : others) {
            free -= bytes(product);
            if (free < 0) {
                // this one, and all that were used before it
                delete(product);
            }
        }
    }

    /** What was being made when the process ended. */
    private void clear() {
        try (Stream<Path> found = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            found.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .forEach(Shelf::delete);
        } catch (IOException e) {
            LOG.warnf(e, "The folder %s cannot be looked through", folder);
        }
    }

    private static FileTime usedAt(Path product) {
        try {
            return Files.getLastModifiedTime(product);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long bytes(Path product) {
        try (Stream<Path> files = Files.walk(product)) {
            return files.mapToLong(Shelf::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void delete(Path product) {
        if (!Files.exists(product)) {
            return;
        }
        try (Stream<Path> files = Files.walk(product)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warnf(e, "The files in %s cannot be deleted", product);
        }
    }
}
