package org.nangospring.architecture;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineTiming;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.UnusableAnswerException;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.nangospring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String CLIENT = "org.nangospring.client";

	private static final String WEBHOOK = "org.nangospring.webhook";

	private static final String LISTENER = "org.nangospring.listener";

	private static final String BATCH = "org.nangospring.batch";

	private static final String MOCK = "org.nangospring.test";

	private static final Set<String> ENGINE = Set.of(CLIENT, CLIENT + ".http", CLIENT + ".observation");

	@ArchTest
	static final ArchRule theClientKnowsNothingOfSpringBoot = noClasses().that()
		.resideInAPackage(CLIENT + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "org.springframework.context..",
				"org.springframework.beans..", "org.nangospring.autoconfigure..");

	@ArchTest
	static final ArchRule webhooksKnowNothingOfSpringBoot = noClasses().that()
		.resideInAPackage(WEBHOOK + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "org.springframework.context..",
				"org.springframework.beans..", "org.nangospring.autoconfigure..");

	@ArchTest
	static final ArchRule webhooksStandOnTheClientAndNeverTheOtherWay = noClasses().that()
		.resideInAPackage(CLIENT + "..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(WEBHOOK + "..");

	@ArchTest
	static final ArchRule webhooksShareOnlyTheReadingOfJsonWithTheEngine = noClasses().that()
		.resideInAPackage(WEBHOOK + "..")
		.should()
		.dependOnClassesThat(resideInAPackage(CLIENT + ".http")
			.and(not(belongToAnyOf(NangoJson.class, Answers.class, Arguments.class))));

	@ArchTest
	static final ArchRule listenersKnowNothingOfSpringBoot = noClasses().that()
		.resideInAPackage(LISTENER + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "org.nangospring.autoconfigure..");

	@ArchTest
	static final ArchRule listenersStandOnTheClientAndOnWebhooksAndNeverTheOtherWay = noClasses().that()
		.resideInAnyPackage(CLIENT + "..", WEBHOOK + "..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(LISTENER + "..");

	@ArchTest
	static final ArchRule listenersShareOnlyTheClockAndTheReadingOfJsonWithTheEngine = noClasses().that()
		.resideInAPackage(LISTENER + "..")
		.should()
		.dependOnClassesThat(resideInAPackage(CLIENT + ".http").and(not(
				belongToAnyOf(NangoJson.class, Arguments.class, EngineTiming.class, UnusableAnswerException.class))));

	@ArchTest
	static final ArchRule jobsStandOnTheClientAloneAndNothingStandsOnThem = noClasses().that()
		.resideOutsideOfPackage(BATCH + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(BATCH + "..", "org.springframework.batch..");

	@ArchTest
	static final ArchRule jobsKnowNothingOfSpringBoot = noClasses().that()
		.resideInAPackage(BATCH + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "org.nangospring.autoconfigure..", LISTENER + "..");

	@ArchTest
	static final ArchRule springIntegrationStaysInOnePlace = noClasses().that()
		.resideOutsideOfPackages(LISTENER + ".integration..", "org.nangospring.autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.integration..");

	@ArchTest
	static final ArchRule theHelpersForTestsAreForTests = noClasses().that()
		.resideOutsideOfPackages(WEBHOOK + ".test", MOCK)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(WEBHOOK + ".test", MOCK + "..", "org.springframework.test..",
				"com.github.tomakehurst.wiremock..");

	@ArchTest
	static final ArchRule theMockSharesOnlyTheReadingOfJsonWithTheEngine = noClasses().that()
		.resideInAPackage(MOCK + "..")
		.should()
		.dependOnClassesThat(resideInAnyPackage(CLIENT + "..", LISTENER + "..", "org.nangospring.autoconfigure..")
			.and(not(belongToAnyOf(NangoJson.class, Arguments.class))));

	@ArchTest
	static final ArchRule theMockWorksWithEveryWireMock = noClasses().that()
		.resideInAPackage(MOCK + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("wiremock..", "org.assertj..", "org.junit..");

	@ArchTest
	static final ArchRule theEngineKnowsNoResource = noClasses().that()
		.resideInAnyPackage(CLIENT + ".http", CLIENT + ".observation")
		.should()
		.dependOnClassesThat(isAResource());

	@ArchTest
	static final ArchRule requestsStayWithinTheirResource = classes().that()
		.haveSimpleNameEndingWith("Requests")
		.and()
		.resideInAPackage(CLIENT + "..")
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule onlyTheHandleOfAConnectionKnowsOtherResources = noClasses().that(isAResource())
		.and()
		.resideOutsideOfPackage(CLIENT + ".connection")
		.should()
		.dependOnClassesThat(resideInAPackage(CLIENT + ".connection"));

	@ArchTest
	static final ArchRule onlyTheTransportKnowsWebClientAndNetty = noClasses().that(isAResource())
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "reactor.netty..", "io.netty..");

	@ArchTest
	static final ArchRule springRetryStaysInOnePlace = noClasses().that()
		.haveSimpleNameNotContaining("SpringRetryLoop")
		.and()
		.doNotHaveSimpleName("RulePolicy")
		.and()
		.doNotHaveSimpleName("RuleContext")
		.and()
		.doNotHaveSimpleName("RuleBackOff")
		.and()
		.doNotHaveSimpleName("RuleBackOffContext")
		.and()
		.doNotHaveSimpleName("TransportFailures")
		.and()
		.doNotHaveSimpleName("DeliveryRetry")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.retry..");

	@ArchTest
	static final ArchRule answersAreInterfacesWhoseRecordsStayHidden = classes().that()
		.haveSimpleNameEndingWith("Data")
		.and()
		.resideInAnyPackage(CLIENT + "..", WEBHOOK)
		.should()
		.notBePublic()
		.andShould()
		.beRecords();

	@ArchTest
	static final ArchRule publicClassesAreNotMadeToBeExtended = classes().that()
		.resideInAnyPackage(CLIENT + "..", WEBHOOK + "..", LISTENER + "..", MOCK + "..")
		.and()
		.arePublic()
		.and()
		.areNotInterfaces()
		.and()
		.areNotAssignableTo(Throwable.class)
		.and()
		.doNotHaveModifier(JavaModifier.ABSTRACT)
		.and()
		.resideOutsideOfPackage(CLIENT + ".observation")
		.should()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	static final ArchRule nothingIsPrinted = noClasses().should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err");

	@ArchTest
	static final ArchRule everyPackageIsNullMarked = classes()
		.should(new ArchCondition<>("be in a null-marked package") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events
					.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getSimpleName()));
			}
		});

	private static DescribedPredicate<JavaClass> isAResource() {
		return resideInAnyPackage(CLIENT + ".*").and(new DescribedPredicate<>("is a resource") {
			@Override
			public boolean test(JavaClass type) {
				return !ENGINE.contains(type.getPackageName());
			}
		});
	}

}
