package org.nangospring.client.function;

import java.util.List;

import org.nangospring.client.http.Answers;

record FunctionPageData(List<FunctionConfigData> data, Pagination pagination) {

	FunctionPageData {
		Answers.required(data, "data");
		Answers.required(pagination, "pagination");
	}

	FunctionPage page() {
		return new FunctionPage(Answers.items(this.data), this.pagination.total(), this.pagination.page(),
				this.pagination.limit());
	}

	record Pagination(long total, int page, int limit) {
	}

	record One(FunctionConfigData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
