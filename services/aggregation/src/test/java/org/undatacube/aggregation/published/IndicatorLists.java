package org.undatacube.aggregation.published;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** The sample's lists with all codes that indicators are made of, for as long as a test needs them. */
public final class IndicatorLists {
    private static final List<String> INSTRUMENTS = List.of(
            "R03A|instrument|R03|Pooled funds",
            "R03E|instrument|R03|Projects",
            "R04|group|-|Other activities",
            "R02B|instrument|R02|In kind");
    private static final List<String> CONTRIBUTORS = List.of(
            "C04C|type|-|United Nations organizations",
            "C04D|type|-|Pooled funds",
            "NOR|contributor|C01|Norway",
            "MLI|contributor|C01|Mali",
            "UNX|contributor|C04C|Another organization",
            "POOL|contributor|C04D|A pooled fund");
    private static final List<String> FUNCTIONS = List.of("E04|function|-|Global agenda and others");
    private static final List<Hierarchy> GROUPS = List.of(SampleLists.hierarchy(
            "groups",
            "with all groups",
            SampleLists.group("LDC", "Least developed countries", "ML|1971|", "AF|1971|"),
            SampleLists.group("LLDC", "Landlocked countries", "ML|2020|", "AF||"),
            SampleLists.group("SIDS", "Island States", "NA||2019")));

    private static int version = 100;

    private IndicatorLists() {}

    public static void serve(Upstream upstream) {
        version++;
        serve(upstream, Dimension.INSTRUMENT, INSTRUMENTS);
        serve(upstream, Dimension.CONTRIBUTOR, CONTRIBUTORS);
        serve(upstream, Dimension.FUNCTION, FUNCTIONS);
        upstream.serve(Dimension.LOCATION, GROUPS);
        awaitMembers("revenue/members/instrument?q=Pooled", 1);
        awaitMembers("revenue/members/contributor?q=Norway", 1);
        awaitMembers("expense/members/function?q=E04", 1);
        awaitMembers("expense/members/location?level=groups&q=LLDC", 1);
    }

    /** The sample's own again. */
    public static void restore(Upstream upstream) {
        for (Dimension dimension : List.of(Dimension.INSTRUMENT, Dimension.CONTRIBUTOR, Dimension.FUNCTION)) {
            upstream.serve(SampleLists.list(dimension));
        }
        upstream.serve(Dimension.LOCATION, SampleLists.hierarchies(Dimension.LOCATION));
        awaitMembers("revenue/members/instrument?q=Pooled", 0);
        awaitMembers("revenue/members/contributor?q=Norway", 0);
        awaitMembers("expense/members/function?q=E04", 0);
        awaitMembers("expense/members/location?level=groups&q=LLDC", 0);
    }

    private static void serve(Upstream upstream, Dimension dimension, List<String> further) {
        upstream.serve(SampleLists.list(dimension, Integer.toString(version), further));
    }

    private static void awaitMembers(String query, int count) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> given().get("/api/v1/cubes/" + query).jsonPath().getInt("memberCount") == count);
    }
}
