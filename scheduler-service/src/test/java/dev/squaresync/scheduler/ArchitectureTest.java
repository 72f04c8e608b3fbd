package dev.squaresync.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.squaresync.scheduler", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("dev.squaresync.scheduler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_outbox_and_the_listeners_talk_to_the_broker = noClasses()
            .that()
            .resideOutsideOfPackages("..outbox..", "..progress..", "..deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.amqp..");

    @ArchTest
    static final ArchRule the_web_is_known_to_the_api_the_desk_and_the_security_only = noClasses()
            .that()
            .resideOutsideOfPackages("..api..", "..broker..", "..desk..", "..security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule of_the_web_the_broker_knows_the_client_only = noClasses()
            .that()
            .resideInAPackage("..broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web.bind..", "org.springframework.web.servlet..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule nobody_knows_square_or_the_mirror = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.squareup..", "dev.squaresync.fetcher..", "dev.squaresync.writer..");
}
