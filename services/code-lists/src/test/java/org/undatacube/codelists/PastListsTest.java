package org.undatacube.codelists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PastListsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VERSIONS = "/api/v1/code-lists/sdgs/versions";

    private final SetClock clock = new SetClock();
    private RegistryStandIn standIn;
    private Registry registry;
    private PastLists past;

    @BeforeEach
    void start() throws IOException {
        standIn = new RegistryStandIn(START);
        // longer than any test: what is kept is not asked for again for its age
        registry = new Registry(standIn.address(), Duration.ofDays(1), clock);
        past = new PastLists(registry);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void areThoseOfThenThoughTheyWereReadBeforeThat() {
        clock.set(20);
        assertEquals("0", versionAt(10));
        standIn.makeVersionOfGoals(START.plusSeconds(30));
        clock.set(41);

        assertEquals("1", versionAt(40));

        assertEquals("0", versionAt(10));
    }

    @Test
    void areNotAskedForAgainOnceTheyAreKnown() {
        clock.set(20);
        PastLists.Then first = asOf(10);
        clock.set(100_000);

        PastLists.Then again = asOf(11);

        assertEquals(1, standIn.asked(VERSIONS));
        assertEquals(1, standIn.asked(RegistryStandIn.version(0)));
        assertSame(first.lists().get(Dimension.SDG), again.lists().get(Dimension.SDG));
        assertEquals(first.versions(), again.versions());
    }

    @Test
    void areTheVeryListsInUseWhereNothingChangedSince() {
        clock.set(20);
        CodeList present = registry.codeList(Dimension.SDG);

        assertSame(present, asOf(10).lists().get(Dimension.SDG));
    }

    @Test
    void areToldWhileTheRegistryIsAwayOnlyWhereTheyAreKnown() {
        clock.set(20);
        versionAt(10);
        registry.codeList(Dimension.GEM);
        standIn.goAway(true);
        clock.set(50);
        registry.recheck();

        assertEquals("0", versionAt(10));
        assertThrows(Registry.Unavailable.class, () -> asOf(40));
        assertEquals("0", registry.codeList(Dimension.GEM).version());

        standIn.goAway(false);
        standIn.makeVersionOfGoals(START.plusSeconds(35));
        assertEquals("1", versionAt(40));
    }

    @Test
    void areNotBelievedForAFailedAttemptAfterTheMoment() {
        clock.set(20);
        versionAt(10);
        standIn.goAway(true);
        clock.set(50);
        assertThrows(Registry.Unavailable.class, () -> asOf(40));

        assertThrows(Registry.Unavailable.class, () -> asOf(40));
    }

    @Test
    void areWaitedForNoLongerThanToldOf() {
        standIn.fallSilent();
        clock.set(20);

        assertThrows(Registry.Unavailable.class, () -> past.asOf(START, Duration.ofMillis(100)));
    }

    @Test
    void areKeptInSmallNumber() {
        for (int version = 1; version < 70; version++) {
            standIn.makeVersionOfGoals(START.plusSeconds(version));
        }
        clock.set(100);
        for (int version = 0; version < 70; version++) {
            assertEquals(Integer.toString(version), versionAt(version));
        }

        versionAt(69);
        versionAt(0);

        assertEquals(1, standIn.asked(RegistryStandIn.version(69)));
        assertEquals(2, standIn.asked(RegistryStandIn.version(0)));
    }

    private String versionAt(long second) {
        return asOf(second).lists().get(Dimension.SDG).version();
    }

    private PastLists.Then asOf(long second) {
        return past.asOf(START.plusSeconds(second), PATIENCE);
    }

    /** Stands until it is set. */
    private static final class SetClock extends Clock {
        private volatile Instant now = START;

        void set(long second) {
            now = START.plusSeconds(second);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
