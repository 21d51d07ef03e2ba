package org.undatacube.aggregation.bulk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A product whose files are there.
 *
 * @param manifestHash SHA-256 of the file of the manifest, in hexadecimal digits
 */
record MadeProduct(Path folder, Manifest manifest, String manifestHash) {
    Optional<Manifest.File> file(String name) {
        return manifest.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    Path path(Manifest.File file) {
        return folder.resolve(file.name());
    }
}
