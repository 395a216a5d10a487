package city.gewu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.web.bind.annotation.RestController;

/// Every module has one inside: `web → usecase → store → model → contract`.
@AnalyzeClasses(packages = "city.gewu", importOptions = DoNotIncludeTests.class)
class ModuleShapeTest {

    @ArchTest
    static final ArchRule MODEL_IS_PURE =
            noClasses()
                    .that()
                    .resideInAPackage("..model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "java.sql..",
                            "javax.sql..",
                            "..store..",
                            "..usecase..",
                            "city.gewu..web..")
                    .because("rules are read and tested without a server");

    @ArchTest
    static final ArchRule STORES_KNOW_NO_USE_CASE =
            noClasses()
                    .that()
                    .resideInAPackage("..store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..usecase..", "city.gewu..web..")
                    .because("a store only keeps and finds");

    @ArchTest
    static final ArchRule USE_CASES_KNOW_NO_WEB =
            noClasses()
                    .that()
                    .resideInAPackage("..usecase..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("city.gewu..web..")
                    .because("the command line runs the same use cases");

    @ArchTest
    static final ArchRule SQL_LIVES_IN_STORES =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..store..", "city.gewu.database..", "city.gewu.platform..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Connection.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.jdbc..")
                    .because("statements are kept together, where the plan gate finds them");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_HIDDEN =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .resideInAPackage("city.gewu..web..")
                    .andShould()
                    .bePackagePrivate()
                    .because("HTTP is an edge, not a contract between modules");

    @ArchTest
    static final ArchRule NO_PACKAGE_TANGLES =
            slices().matching("city.gewu.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("city.gewu.platform.TimeConfiguration")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("deadlines are the product; tests own the clock");

    @ArchTest
    static final ArchRule NOBODY_THROWS_A_BARE_RUNTIME_EXCEPTION =
            noClasses()
                    .should()
                    .callConstructor(RuntimeException.class, String.class)
                    .orShould()
                    .callConstructor(RuntimeException.class, String.class, Throwable.class)
                    .because("a failure says what, where and what to do");
}
