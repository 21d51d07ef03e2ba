package org.undatacube.aggregation.answer;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.engine.Engine;

/** Many cubes: what is made from an engine's tallies, whichever engine it is. */
class RandomAnswersTest extends RandomAnswers {
    static LongStream seeds() {
        return Seeds.of(300);
    }

    @Override
    protected Engine open(Path folder) {
        return new LoopEngine();
    }
}
