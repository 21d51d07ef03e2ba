package org.undatacube.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.undatacube.http.RequestLines;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {
    private Gateway() {}

    public static void main(String... arguments) {
        RequestLines.allowBars();
        Quarkus.run(arguments);
    }
}
