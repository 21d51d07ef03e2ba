package org.undatacube.contributions.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much can be uploaded, and for how long it stays. */
@ConfigMapping(prefix = "datacube.uploads")
public interface UploadConfig {
    /** The longest upload. */
    @WithDefault("1G")
    MemorySize maxSize();

    /** From its creation; after that it is gone. */
    @WithDefault("7D")
    Duration keptFor();

    /** Uploads of one key at a time. */
    @WithDefault("20")
    int mostOfOneKey();
}
