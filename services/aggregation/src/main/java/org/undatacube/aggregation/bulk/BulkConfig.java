package org.undatacube.aggregation.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where whole-cube files are and what they may take. */
@ConfigMapping(prefix = "datacube.aggregation.bulk")
public interface BulkConfig {
    /** The folder of the files. What is in it can be deleted: it is made again. Without it {@code bulk} in the store's. */
    Optional<Path> folder();

    /** How much disk the files take at most; those that were asked for longest ago go first. */
    @WithDefault("4G")
    MemorySize diskLimit();

    /** How much memory the writing of Parquet takes at most, besides the Java heap. */
    @WithDefault("256MB")
    String memoryLimit();

    /** How long a request waits for files that are being made, before it is told to come again. */
    @WithDefault("5s")
    Duration patience();
}
