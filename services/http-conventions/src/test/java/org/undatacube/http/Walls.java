package org.undatacube.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.List;

/** The walls of the house, checked by each service on its own classes. */
public final class Walls {
    private static final List<String> SERVICES = List.of("registry", "contributions", "aggregation", "gateway");

    private Walls() {}

    /** @param service the last part of the service's base package */
    public static void check(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.undatacube." + service);
        List.of(
                        dependsOnNoOtherService(service),
                        keepsJaxRsInResourcesFiltersAndMappers(),
                        saysWhoMayCallEveryEndpoint(),
                        hasNoFloatingPointFields(),
                        usesNoNameThatSaysNothing(),
                        hasNoCycleBetweenPackages(service))
                .forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    private static ArchRule dependsOnNoOtherService(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "org.undatacube." + other + "..")
                .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
    }

    private static ArchRule keepsJaxRsInResourcesFiltersAndMappers() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Filter")
                .and()
                .haveSimpleNameNotEndingWith("Mapper")
                .and()
                .haveSimpleNameNotEndingWith("Mappers")
                .and()
                .haveSimpleNameNotEndingWith("Responses")
                .and()
                // a method of HTTP is made known to JAX-RS by an annotation
                .areNotAnnotations()
                .and(DescribedPredicate.describe(
                        "are written here",
                        (JavaClass type) -> type.getEnclosingClass().isEmpty()
                                && !type.getSimpleName().contains("_")
                                && !type.getSimpleName().contains("$")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..");
    }

    private static ArchRule saysWhoMayCallEveryEndpoint() {
        return methods()
                .that(DescribedPredicate.describe(
                        "answer HTTP", (JavaMethod method) -> method.isMetaAnnotatedWith(HttpMethod.class)))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(DenyAll.class);
    }

    private static ArchRule hasNoFloatingPointFields() {
        return fields().should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .andShould()
                .notHaveRawType(Double.class)
                .andShould()
                .notHaveRawType(Float.class)
                .because("money is exact");
    }

    private static ArchRule usesNoNameThatSaysNothing() {
        return classes()
                .should()
                .haveNameNotMatching(".*\\.(\\w*(Impl|Dto|DTO|Utils?|Helper|Manager)|Abstract\\w+|Base[A-Z]\\w*)")
                .andShould()
                .resideOutsideOfPackages("..common..", "..core..", "..shared..", "..util..", "..utils..");
    }

    private static ArchRule hasNoCycleBetweenPackages(String service) {
        return slices().matching("org.undatacube." + service + ".(*)..")
                .should()
                .beFreeOfCycles();
    }
}
