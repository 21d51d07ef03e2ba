package org.undatacube.aggregation.published;

import static org.undatacube.aggregation.published.Published.breakdown;

import org.undatacube.codelists.Flow;

/** Two editions, small enough to add up by hand. */
public final class SampleHistory {
    private SampleHistory() {}

    public static Published create() {
        Published published = new Published();
        published.publish(
                // twice the same 160.500000001
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2023,
                        breakdown(
                                "function,location",
                                "function=E01 location=ML 100.00",
                                "function=E01 location=EG 50.50",
                                "function=E02 location=2 10.000000001"),
                        breakdown("sdg", "sdg=5.1 100.00", "sdg=5.2 40.25", "sdg=X00 20.250000001")),
                published.publication(
                        Flow.EXPENSE, "WFP", 2023, breakdown("function", "function=E02 300.00", "function=E02 -20.00")),
                published.publication(
                        Flow.EXPENSE,
                        "UN",
                        2023,
                        breakdown(
                                "location,sdg",
                                "location=AF sdg=5 70.00",
                                "entity=UN-UNRISD location=ML sdg=1.a 5.00")));
        published.publish(
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2023,
                        breakdown("function,location", "function=E01 location=ML 110.00"),
                        breakdown("sdg", "sdg=5.1 110.00")),
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2024,
                        breakdown("function,location,sdg", "function=E01 location=ML sdg=5.1 42.00")),
                published.publication(
                        Flow.REVENUE,
                        "UN Tourism",
                        2024,
                        breakdown(
                                "instrument,contributor",
                                "instrument=R02A contributor=SWE 9.10",
                                "instrument=R01 contributor=EVIL 1.00")));
        return published;
    }
}
