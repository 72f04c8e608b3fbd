package dev.squaresync.direct;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {"dev.squaresync.direct", "dev.squaresync.fetcher.square", "dev.squaresync.writer.mirror"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_emergency_path_and_what_it_uses_know_nothing_of_messaging = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.squaresync.messaging..", "org.springframework.amqp..", "com.rabbitmq..");

    @ArchTest
    static final ArchRule it_uses_the_services_reader_and_mirror_and_nothing_else_of_them = noClasses()
            .that()
            .resideInAPackage("dev.squaresync.direct..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.squaresync.fetcher.page..",
                    "dev.squaresync.fetcher.plan..",
                    "dev.squaresync.writer.page..",
                    "dev.squaresync.scheduler..");
}
