package org.undatacube.registry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.undatacube.http.EndOfProcess;

/** Starts the service. */
@QuarkusMain
public final class RegistryService {
    private RegistryService() {}

    public static void main(String... arguments) {
        EndOfProcess.within(EndOfProcess.USUAL);
        Quarkus.run(arguments);
    }
}
