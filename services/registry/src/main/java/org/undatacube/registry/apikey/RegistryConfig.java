package org.undatacube.registry.apikey;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The registry's own settings. */
@ConfigMapping(prefix = "datacube.registry")
interface RegistryConfig {
    /** Where the registry itself is: it verifies tokens by the keys that it publishes there. */
    URI url();

    /** A file that only its owner may read. Where none is given the key is printed on standard output, once. */
    Optional<Path> administratorKeyFile();
}
