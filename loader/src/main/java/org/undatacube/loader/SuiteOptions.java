package org.undatacube.loader;

import java.net.URI;
import org.undatacube.loader.suite.Delivery;
import org.undatacube.loader.suite.Suite;
import picocli.CommandLine.Option;

/** Which suite a command speaks to. The key comes by the environment alone, since other users can see arguments. */
final class SuiteOptions {
    private static final String KEY_VARIABLE = "DATACUBE_KEY";

    @Option(
            names = "--url",
            defaultValue = "${env:DATACUBE_URL:-http://localhost:8080}",
            description = "The gateway's address, else of DATACUBE_URL (${DEFAULT-VALUE}).")
    private URI address;

    @Option(names = "--parallel", defaultValue = "4", description = "Requests at a time (${DEFAULT-VALUE}).")
    private int parallel;

    /** The suite as anybody sees it. */
    Suite open() {
        return new Suite(address, null);
    }

    /** @throws UnusableInput where no key is given */
    Suite withKey() throws UnusableInput {
        String key = System.getenv(KEY_VARIABLE);
        if (key == null || key.isBlank()) {
            throw new UnusableInput("Loading needs an API key: set " + KEY_VARIABLE + ".");
        }
        return new Suite(address, key.strip());
    }

    Delivery delivery(Suite suite) {
        return new Delivery(suite, Math.max(1, parallel));
    }
}
