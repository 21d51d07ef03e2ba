package org.undatacube.registry;

import org.junit.jupiter.api.Test;
import org.undatacube.http.Walls;

class WallsTest {
    @Test
    void keepsTheWallsOfTheHouse() {
        Walls.check("registry");
    }
}
