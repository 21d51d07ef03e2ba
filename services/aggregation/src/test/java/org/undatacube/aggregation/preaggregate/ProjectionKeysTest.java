package org.undatacube.aggregation.preaggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.codelists.Dimension;

class ProjectionKeysTest {
    private static final int THREADS = 8;
    private static final int PROJECTIONS = 200;

    /** Two would number their keys each in the order in which it meets them. */
    @RepeatedTest(5)
    void areOneForAllWhoAskAtOnce() throws Exception {
        Members members = new RandomCube(new Random(1)).members();
        String level = members.levels(Dimension.SDG).get(0);
        List<Projection> projections = IntStream.range(0, PROJECTIONS)
                .mapToObj(year -> members.byLevel(Dimension.SDG, level, Structure.of(1_000 + year)))
                .toList();
        ProjectionKeys.Cache cache = new ProjectionKeys.Cache(new Dictionary());
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<ProjectionKeys>>> asked = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> {
                        together.await();
                        return projections.stream().map(cache::of).toList();
                    }))
                    .toList();
            for (int index = 0; index < PROJECTIONS; index++) {
                Set<ProjectionKeys> seen = Collections.newSetFromMap(new IdentityHashMap<>());
                for (Future<List<ProjectionKeys>> each : asked) {
                    seen.add(each.get().get(index));
                }
                assertEquals(1, seen.size());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
