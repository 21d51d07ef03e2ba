package org.undatacube.acceptance;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.published.ExpectedTables;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.published.RawFile;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** CEB's raw files, loaded through the gateway, give the official totals for every year. */
class CebFilesIT {
    private static final String COMPUTED_BEFOREHAND = "year:2011..2022";
    private static final String PUBLISHED = "year:2011..2024";

    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
    }

    @Test
    void givesRevenueByYearAndInstrumentGroup() {
        Figures.of(gateway.ask("revenue", "year,instrument.group", COMPUTED_BEFOREHAND))
                .requireToTheCent(ExpectedTables.byYearAnd("revenue_by_year_instrument.csv"));
    }

    @Test
    void givesRevenueByYearAndInstrument() {
        Figures.of(gateway.ask("revenue", "year,instrument.instrument", COMPUTED_BEFOREHAND))
                .requireToTheCent(ExpectedTables.byYearAnd("revenue_by_year_subtype.csv"));
    }

    @Test
    void givesExpensesByYearAndFunction() {
        Figures.of(gateway.ask("expense", "year,function.function", COMPUTED_BEFOREHAND))
                .requireToTheCent(ExpectedTables.byYearAnd("expenses_by_year_function.csv"));
    }

    @Test
    void givesExpensesByEntityFunctionAndYear() {
        Figures.of(gateway.ask("expense", "entity.entity,function.function,year", COMPUTED_BEFOREHAND))
                .requireToTheCent(ExpectedTables.byEntityYearAnd("function", "expenses_by_entity_function_year.csv"));
    }

    @Test
    void givesExpensesByYearAndGoal() {
        Figures.of(gateway.ask("expense", "year,sdg.goal", COMPUTED_BEFOREHAND))
                .requireToTheCent(ExpectedTables.byYearAnd("expenses_by_sdg_year.csv"));
    }

    @Test
    void givesExpensesByEntityGoalAndYear() {
        Figures.of(gateway.ask("expense", "entity.subentity,sdg.goal,year", COMPUTED_BEFOREHAND))
                .requireToTheCent(ExpectedTables.byEntityYearAnd("sdg", "expenses_by_entity_sdg_year.csv"));
    }

    @Test
    void givesTheRawFilesExactSumsForEveryYear() {
        Figures.of(gateway.ask("revenue", "entity.subentity,instrument.instrument,year", PUBLISHED))
                .requireExactly(RawFile.REVENUE.by("sub_agency", "sub_type", "calendar_year"));
        Figures.of(gateway.ask("expense", "entity.subentity,function.function,year", PUBLISHED))
                .requireExactly(RawFile.EXPENSES.by("sub_agency", "transaction_type", "calendar_year"));
        Figures.of(gateway.ask("expense", "entity.subentity,sdg.goal,year", PUBLISHED))
                .requireExactly(RawFile.SDGS.by("entity code", "SDG goal", "calendar year"));
    }
}
