package dev.squaresync.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.squaresync.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_commands_know_nothing_of_the_system_but_its_api = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.squaresync.message..", "dev.squaresync.messaging..", "org.springframework..");

    @ArchTest
    static final ArchRule only_the_doctor_looks_into_the_database = noClasses()
            .that()
            .resideOutsideOfPackage("..cli.doctor.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "dev.squaresync.invariants..");

    @ArchTest
    static final ArchRule only_the_commands_know_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("..cli.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.squaresync.cli.(*)..").should().beFreeOfCycles();
}
