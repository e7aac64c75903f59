package org.nangospring.sample.file;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of the user's accounts as JSON.
 */
@RestController
class FileApi {

	private final FileService files;

	FileApi(FileService files) {
		this.files = files;
	}

	@GetMapping("/api/files")
	List<SharedFile> list() {
		return this.files.ofUser();
	}

}
