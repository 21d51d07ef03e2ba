package org.undatacube.http.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionPatternTest {
    private static final List<String> VERSIONS =
            List.of("10.0.0", "2.1.1", "2.1.0", "2.0.0", "1.10.0", "1.9.5", "1.2.0", "1.0.0");

    @ParameterizedTest
    @CsvSource({
        "1.2.0,     1.2.0",
        "1.2,       ''",
        "3.0.0,     ''",
        "1.2.0-draft, ''",
        "*,         10.0.0 2.1.1 2.1.0 2.0.0 1.10.0 1.9.5 1.2.0 1.0.0",
        "~,         10.0.0",
        "+,         10.0.0",
        "+.0.0,     10.0.0",
        "~.0.0,     10.0.0",
        "1.+.0,     1.10.0",
        "1.~.0,     1.10.0",
        "1.*.0,     1.10.0 1.9.5 1.2.0 1.0.0",
        "1.9.+,     1.9.5",
        "2.1.*,     2.1.1 2.1.0",
        "2+.0.1,    10.0.0",
        "2*.0.1,    10.0.0 2.1.1 2.1.0",
        "1.9+.6,    1.10.0",
        "1.2~.1,    1.10.0",
        "1.9*.0,    1.10.0 1.9.5",
        "2.1.1+,    2.1.1",
        "2.1.2+,    ''",
        "2.1.0*,    2.1.1 2.1.0",
        "~.0,       ''"
    })
    void picksAsTheRestInterfaceOfSdmx30Says(String pattern, String expected) {
        List<String> picked = VersionPattern.ofVersion30(pattern).orElseThrow().pick(VERSIONS);

        assertEquals(expected, String.join(" ", picked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "all",
                "latest",
                "1.",
                ".1",
                "+.2.3",
                "1.+.3",
                "*.2",
                "+.0",
                "2.3+",
                "1.*.+",
                "1.0.0.0+",
                "v1"
            })
    void refusesWhatIsNoVersionInSdmx30(String pattern) {
        assertEquals(Optional.empty(), VersionPattern.ofVersion30(pattern));
    }

    @ParameterizedTest
    @CsvSource({"all,    10.0.0 2.1.1 2.1.0 2.0.0 1.10.0 1.9.5 1.2.0 1.0.0", "latest, 10.0.0", "2.0.0,  2.0.0"})
    void picksAsTheRestInterfaceOfSdmx21Says(String pattern, String expected) {
        List<String> picked = VersionPattern.ofVersion21(pattern).orElseThrow().pick(VERSIONS);

        assertEquals(expected, String.join(" ", picked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "~", "+", "1.+.0", "newest"})
    void refusesWhatIsNoVersionInSdmx21(String pattern) {
        assertEquals(Optional.empty(), VersionPattern.ofVersion21(pattern));
    }
}
