package org.nangospring.client.http;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;

/**
 * A successful answer whose body has not been read yet. Whoever gets it has to read the
 * body to its end or cancel it, else a connection is lost to the pool.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as it comes
 */
public record StreamedResponse(int status, HttpHeaders headers, Flux<DataBuffer> body) {

	@Override
	public String toString() {
		return "StreamedResponse[" + this.status + "]";
	}

}
