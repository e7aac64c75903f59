package org.nangospring.sample.file;

import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.nangospring.client.NangoClient;
import org.nangospring.client.proxy.Proxy;
import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.failure.InvalidInputException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Shows the files of the user's accounts, and fetches their contents.
 */
@Service
public class FileService {

	private final Files files;

	private final AccountService accounts;

	private final NangoClient nango;

	private final String integration;

	FileService(Files files, AccountService accounts, NangoClient nango,
			@Value("${sample.files.integration}") String integration) {
		this.files = files;
		this.accounts = accounts;
		this.nango = nango;
		this.integration = integration;
	}

	/**
	 * The integration whose connections have files.
	 * @return the integration id
	 */
	public String integration() {
		return this.integration;
	}

	/**
	 * The files of all accounts of the user.
	 * @return the files by title
	 */
	public List<SharedFile> ofUser() {
		return this.accounts.ofUser(this.integration)
			.stream()
			.flatMap((account) -> this.files
				.findByIntegrationIdAndConnectionIdOrderByTitleAsc(account.integrationId(), account.connectionId())
				.stream())
			.sorted(Comparator.comparing(SharedFile::title))
			.toList();
	}

	/**
	 * Begins to fetch a file. Nothing of it is kept here: it is read from the provider as
	 * fast as whoever reads the download.
	 * @param id the id of the file in the database
	 * @return the download, to be closed
	 */
	public Download download(long id) {
		SharedFile file = this.files.findById(id)
			.filter((it) -> this.accounts.ofUser(it.integrationId(), it.connectionId()).isPresent())
			.orElseThrow(() -> new InvalidInputException("There is no such file among your accounts."));
		FileContent content = FileContent.of(file.mimeType());
		Proxy drive = this.nango.connection(file.integrationId(), file.connectionId()).proxy();
		InputStream body = content.from(drive, file.fileId()).stream().body();
		return new Download(file.title() + content.extension(),
				Objects.requireNonNullElseGet(body, InputStream::nullInputStream));
	}

	/**
	 * A file on its way.
	 *
	 * @param name the name to save it under
	 * @param body the content, to be closed
	 */
	public record Download(String name, InputStream body) {

	}

}
