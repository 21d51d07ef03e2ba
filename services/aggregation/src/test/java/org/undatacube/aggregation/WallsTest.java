package org.undatacube.aggregation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Walls;

class WallsTest {
    @Test
    void standAsTheHouseRulesSay() {
        Walls.check("aggregation");
    }

    @Test
    void hideWhatIsInsideTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..aggregation.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..aggregation.engine.duckdb..", "org.jooq..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.undatacube.aggregation"));
    }

    /** Outside the engine, DuckDB is a writer of Parquet. */
    @Test
    void useDuckDbWhereItIsMeant() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..aggregation.engine..", "..aggregation.export..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.undatacube.aggregation"));
    }

    @Test
    void keepTheQuestionLanguageFromTheEngines() {
        noClasses()
                .that()
                .resideInAnyPackage("..aggregation.engine..", "..aggregation.preaggregate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..aggregation.query..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.undatacube.aggregation"));
    }
}
