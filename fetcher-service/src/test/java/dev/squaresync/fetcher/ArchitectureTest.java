package dev.squaresync.fetcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.squaresync.fetcher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_reader_of_square_knows_nothing_of_messaging = noClasses()
            .that()
            .resideInAPackage("dev.squaresync.fetcher.square..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.squaresync.messaging..",
                    "org.springframework.amqp..",
                    "com.rabbitmq..",
                    "dev.squaresync.fetcher.plan..",
                    "dev.squaresync.fetcher.page..",
                    "dev.squaresync.fetcher.failure..");

    @ArchTest
    static final ArchRule only_the_reader_knows_squares_sdk_and_its_http_client = noClasses()
            .that()
            .resideOutsideOfPackage("dev.squaresync.fetcher.square..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.squareup..", "okhttp3..", "okio..");

    @ArchTest
    static final ArchRule a_data_type_is_known_to_its_own_package_only = noClasses()
            .that()
            .resideInAPackage("dev.squaresync.fetcher.square")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.squaresync.fetcher.square.*..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.squaresync.fetcher.(**)").should().beFreeOfCycles();
}
