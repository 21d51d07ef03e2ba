package org.undatacube.aggregation;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.undatacube.http.EndOfProcess;
import org.undatacube.http.RequestLines;

/** Starts the service. */
@QuarkusMain
public final class AggregationService {
    private AggregationService() {}

    public static void main(String... arguments) {
        EndOfProcess.within(EndOfProcess.USUAL);
        RequestLines.allowBars();
        Quarkus.run(arguments);
    }
}
