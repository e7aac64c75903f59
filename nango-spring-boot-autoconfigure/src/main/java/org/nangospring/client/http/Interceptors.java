package org.nangospring.client.http;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoInterceptor;
import reactor.util.context.ContextView;

/**
 * The interceptors of a client. A call costs nothing more where there are none.
 */
final class Interceptors {

	private final EngineSettings settings;

	private volatile @Nullable List<NangoInterceptor> known;

	Interceptors(EngineSettings settings) {
		this.settings = settings;
	}

	/**
	 * Begins a call.
	 * @return what sees its attempts, or null when nobody wants to
	 */
	@Nullable Interception begin(NangoRequest<?> request, ContextView context) {
		List<NangoInterceptor> interceptors = this.known;
		if (interceptors == null) {
			interceptors = this.settings.extensions().interceptors();
			this.known = interceptors;
		}
		return interceptors.isEmpty() ? null
				: new Interception(interceptors, this.settings.name(), request, context, this.settings.timing());
	}

}
