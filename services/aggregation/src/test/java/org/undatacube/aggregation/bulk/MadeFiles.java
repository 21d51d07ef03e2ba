package org.undatacube.aggregation.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service has made into files by now. */
final class MadeFiles {
    private MadeFiles() {}

    /** So that they are made again when they are asked for. */
    static void forget() throws IOException {
        Path made = Path.of(ConfigProvider.getConfig().getValue("datacube.aggregation.store", String.class), "bulk");
        if (Files.exists(made)) {
            try (Stream<Path> files = Files.walk(made)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
