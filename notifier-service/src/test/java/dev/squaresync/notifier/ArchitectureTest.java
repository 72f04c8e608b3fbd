package dev.squaresync.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.squaresync.notifier", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_the_listener_knows_the_broker = noClasses()
            .that()
            .resideInAnyPackage("..notifier.report..", "..notifier.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.squaresync.messaging..", "org.springframework.amqp..");

    @ArchTest
    static final ArchRule a_report_knows_no_channel = noClasses()
            .that()
            .resideInAPackage("..notifier.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..notifier.mail..", "jakarta.mail..", "org.thymeleaf..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.squaresync.notifier.(*)..").should().beFreeOfCycles();
}
