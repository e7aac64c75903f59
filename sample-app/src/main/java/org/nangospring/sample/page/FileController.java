package org.nangospring.sample.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.account.ConnectService;
import org.nangospring.sample.failure.Failures;
import org.nangospring.sample.failure.InvalidInputException;
import org.nangospring.sample.file.FileService;
import org.nangospring.sample.file.SharedFile;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The view with the files of the user's accounts.
 */
@Controller
class FileController {

	private static final String SECTION = "files";

	private static final String FOLDERS = "folders";

	private static final String FOLDER = "folder";

	private static final int SHOWN = 200;

	private final FileService files;

	private final AccountService accounts;

	private final ConnectService connect;

	private final FileProgress progress;

	FileController(FileService files, AccountService accounts, ConnectService connect, FileProgress progress) {
		this.files = files;
		this.accounts = accounts;
		this.connect = connect;
		this.progress = progress;
	}

	@GetMapping("/files")
	String show(Model model) {
		fillFiles(model);
		fillFolders(model);
		return "views/files";
	}

	@GetMapping(path = "/files", headers = "HX-Target=files")
	String tile(Model model) {
		return fillFiles(model);
	}

	@GetMapping(path = "/files", headers = "HX-Target=folders")
	String folders(Model model) {
		return fillFolders(model);
	}

	@GetMapping(path = "/files", headers = "HX-Target=file-progress")
	String progress(Model model) {
		return this.progress.fill(model);
	}

	@PostMapping("/files/folder")
	String choose(@RequestParam String integration, @RequestParam String connection, @RequestParam String folder,
			Model model, HttpServletRequest request, RedirectAttributes redirect) {
		Outcome outcome = Outcome.of(FOLDERS, () -> {
			this.connect.set(integration, connection, FOLDER, folder.strip());
			return Outcome.done(FOLDERS, "The folder was saved. The sync runs now and brings its files.", null);
		});
		return new Form(request, model, redirect).answer(outcome, "/files", () -> fillFolders(model));
	}

	/**
	 * Passes a file on as it comes, whatever its size. It is always saved and never
	 * shown, as it comes from somebody else.
	 */
	@GetMapping("/files/{id}/content")
	@Nullable String download(@PathVariable long id, HttpServletResponse response, RedirectAttributes redirect)
			throws IOException {
		FileService.Download download;
		try {
			download = this.files.download(id);
		}
		catch (NangoException ex) {
			return back(Outcome.failed(SECTION, Failures.of(ex)), redirect);
		}
		catch (InvalidInputException ex) {
			return back(Outcome.failed(SECTION, Failures.ofInput(ex)), redirect);
		}
		response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(download.name(), StandardCharsets.UTF_8).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
		try (InputStream body = download.body()) {
			body.transferTo(response.getOutputStream());
		}
		return null;
	}

	private String fillFiles(Model model) {
		List<SharedFile> all = this.files.ofUser();
		model.addAttribute("files", all.subList(0, Math.min(SHOWN, all.size())));
		model.addAttribute("total", all.size());
		model.addAttribute("integration", this.files.integration());
		return "parts/files :: content";
	}

	private String fillFolders(Model model) {
		model.addAttribute("settings", this.accounts.ofUser(this.files.integration())
			.stream()
			.map((account) -> new FolderSetting(account,
					Part.of(() -> this.connect.setting(account.integrationId(), account.connectionId(), FOLDER))))
			.toList());
		this.progress.fill(model);
		return "parts/folders :: content";
	}

	private static String back(Outcome outcome, RedirectAttributes redirect) {
		redirect.addFlashAttribute(Form.OUTCOME, outcome);
		return "redirect:/files";
	}

}
