package org.undatacube.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.undatacube.gateway.connection.HeadDeadlines;
import org.undatacube.http.EndOfProcess;
import org.undatacube.http.RequestLines;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {
    private Gateway() {}

    public static void main(String... arguments) {
        EndOfProcess.within(EndOfProcess.USUAL);
        RequestLines.allowBars();
        HeadDeadlines.enable();
        Quarkus.run(arguments);
    }
}
