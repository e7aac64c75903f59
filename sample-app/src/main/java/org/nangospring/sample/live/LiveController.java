package org.nangospring.sample.live;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Where open pages listen.
 */
@RestController
class LiveController {

	private final LiveStream stream;

	LiveController(LiveStream stream) {
		this.stream = stream;
	}

	@GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter open(@RequestParam(required = false) @Nullable String seen,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen) {
		// a browser that connects again by itself knows more than its address says
		return this.stream.open((lastSeen != null) ? lastSeen : seen);
	}

}
