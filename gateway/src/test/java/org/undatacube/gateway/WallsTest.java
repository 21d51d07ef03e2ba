package org.undatacube.gateway;

import org.junit.jupiter.api.Test;
import org.undatacube.http.Walls;

class WallsTest {
    @Test
    void stand() {
        Walls.check("gateway");
    }
}
