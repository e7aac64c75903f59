package org.nangospring.client.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetTests {

	@Test
	void aBudgetIsUsedUpByRepeats() {
		RetryBudget budget = new RetryBudget(2);
		assertThat(budget.tryTake()).isTrue();
		assertThat(budget.tryTake()).isTrue();
		assertThat(budget.tryTake()).isFalse();
	}

	@Test
	void aRepeatThatSucceedsGivesBackWhatItTook() {
		RetryBudget budget = new RetryBudget(1);
		assertThat(budget.tryTake()).isTrue();
		budget.succeeded(2);
		assertThat(budget.tryTake()).isTrue();
	}

	@Test
	void tenCallsThatSucceedAtOnceGiveBackOneRepeat() {
		RetryBudget budget = new RetryBudget(1);
		assertThat(budget.tryTake()).isTrue();
		for (int i = 0; i < 9; i++) {
			budget.succeeded(1);
			assertThat(budget.tryTake()).isFalse();
		}
		budget.succeeded(1);
		assertThat(budget.tryTake()).isTrue();
	}

	@Test
	void aBudgetNeverGrowsAboveItsSize() {
		RetryBudget budget = new RetryBudget(1);
		budget.succeeded(5);
		assertThat(budget.tryTake()).isTrue();
		assertThat(budget.tryTake()).isFalse();
	}

}
