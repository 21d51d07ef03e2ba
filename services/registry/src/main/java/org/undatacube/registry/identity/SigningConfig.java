package org.undatacube.registry.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What callers' tokens are signed with. */
@ConfigMapping(prefix = "datacube.registry.signing")
interface SigningConfig {
    /** What private keys are locked with in the database: 64 hexadecimal digits. This or the file must be given. */
    Optional<String> secret();

    /** A file with the secret, which only its owner may read. */
    Optional<Path> secretFile();

    /** How long a pair signs before another takes its place. */
    @WithDefault("30D")
    Duration renewAfter();

    /** Whether the start replaces a pair that was locked with another secret. Only where that secret is lost. */
    @WithDefault("false")
    boolean discardUnreadable();
}
