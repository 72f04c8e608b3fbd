package dev.squaresync.writer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.squaresync.writer", importOptions = DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule the_mirror_works_without_a_broker = noClasses()
            .that()
            .resideInAPackage("..writer.mirror..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.squaresync.messaging..", "org.springframework.amqp..", "com.rabbitmq..");

    @ArchTest
    static final ArchRule only_the_fetcher_knows_the_square_sdk =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.squareup..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.squaresync.writer.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_data_type_shows_nothing_to_the_others =
            classes().that().resideInAPackage("..writer.mirror.*..").should().notBePublic();
}
