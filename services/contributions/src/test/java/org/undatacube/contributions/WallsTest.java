package org.undatacube.contributions;

import org.junit.jupiter.api.Test;
import org.undatacube.http.Walls;

class WallsTest {
    @Test
    void standAsTheyShould() {
        Walls.check("contributions");
    }
}
