package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.suite.RunningSuite;
import sdmxdl.Attribute;
import sdmxdl.Connection;
import sdmxdl.DatabaseRef;
import sdmxdl.Dimension;
import sdmxdl.Flow;
import sdmxdl.FlowRef;
import sdmxdl.Key;
import sdmxdl.Languages;
import sdmxdl.Obs;
import sdmxdl.Query;
import sdmxdl.Series;
import sdmxdl.Structure;
import sdmxdl.web.SdmxWebManager;
import sdmxdl.web.WebSource;

/** The suite as a statistician meets it, whose program speaks SDMX 2.1 and knows nothing of the suite but its address. */
class SdmxClientIT {
    private static final DatabaseRef DATABASE = DatabaseRef.NO_DATABASE;
    private static final FlowRef EXPENSE = FlowRef.parse("UNDATACUBE,EXPENSE,latest");
    /** The client computes with doubles. */
    private static final double CENT = 0.01;

    private static Connection connection;

    @BeforeAll
    static void connect() throws IOException {
        LoadedFigures.sample();
        WebSource suite = WebSource.builder()
                .id("UNDATACUBE")
                .driver("RI_SDMX21")
                .endpointOf(RunningSuite.get()
                        .anybody()
                        .address()
                        .resolve("/api/v1/sdmx/2.1")
                        .toString())
                .build();
        connection = SdmxWebManager.ofServiceLoader().getConnection(suite, Languages.parse("fr"));
    }

    @AfterAll
    static void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void findsBothCubes() throws IOException {
        Collection<Flow> flows = connection.getFlows(DATABASE);

        assertEquals(
                Map.of(
                        "EXPENSE", "Dépenses du système des Nations Unies",
                        "REVENUE", "Recettes du système des Nations Unies"),
                flows.stream().collect(Collectors.toMap(flow -> flow.getRef().getId(), Flow::getName)));
    }

    @Test
    void learnsHowACubeIsStructured() throws IOException {
        Structure structure = connection.getStructure(DATABASE, EXPENSE);

        List<Dimension> dimensions = structure.getDimensionList();
        assertEquals(
                List.of("FREQ", "ENTITY", "FUNCTION", "REF_AREA", "INSTRUMENT", "SDG", "CONTRIBUTOR", "GEM"),
                dimensions.stream().map(Dimension::getId).toList());
        dimensions
                .subList(1, dimensions.size())
                .forEach(dimension -> assertEquals("Total", dimension.getCodes().get("_T"), dimension.getId()));
        assertEquals("Mali", dimensions.get(3).getCodes().get("466"));
        assertEquals("TIME_PERIOD", structure.getTimeDimensionId());
        assertEquals("OBS_VALUE", structure.getPrimaryMeasureId());
        assertTrue(structure.getAttributes().stream()
                .map(Attribute::getId)
                .toList()
                .contains("OBS_STATUS"));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPENSE, A._T._T._T._T._T._T._T, 2022, 67449709009.47",
        "EXPENSE, A._T._T._T._T._T._T._T, 2024, 66039034290.40380059",
        "EXPENSE, A._T._T._T._T.5._T._T, 2024, 2516306927.13",
        "REVENUE, A._T._T._T, 2023, 67620867804.14"
    })
    void readsFigures(String cube, String key, int year, double amount) throws IOException {
        Query query = Query.builder().key(Key.parse(key)).build();
        List<Series> series = List.copyOf(connection
                .getData(DATABASE, FlowRef.parse("UNDATACUBE," + cube + ",latest"), query)
                .getData());

        assertEquals(
                List.of(key),
                series.stream().map(Series::getKey).map(Key::toString).toList());
        Obs observation = series.get(0).getObs().stream()
                .filter(candidate -> candidate.getPeriod().getStart().getYear() == year)
                .findFirst()
                .orElseThrow();
        assertEquals(amount, observation.getValue(), CENT);
        assertTrue(observation.getMeta().containsKey("OBS_STATUS"), observation::toString);
    }
}
