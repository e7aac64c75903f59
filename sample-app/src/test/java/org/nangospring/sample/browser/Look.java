package org.nangospring.sample.browser;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openqa.selenium.chromium.ChromiumDriver;

/**
 * How the application is looked at: one theme and one size of the window.
 */
enum Look {

	LIGHT_DESKTOP("light", 1280, 800, false),

	DARK_DESKTOP("dark", 1280, 800, false),

	LIGHT_PHONE("light", 360, 740, true),

	DARK_PHONE("dark", 390, 844, true);

	private final String theme;

	private final int width;

	private final int height;

	private final boolean phone;

	Look(String theme, int width, int height, boolean phone) {
		this.theme = theme;
		this.width = width;
		this.height = height;
		this.phone = phone;
	}

	boolean isDark() {
		return this.theme.equals("dark");
	}

	boolean isPhone() {
		return this.phone;
	}

	/**
	 * Lets the tab that the driver is at look like this.
	 * @param driver the driver
	 */
	void applyTo(ChromiumDriver driver) {
		applyTo(driver, 1);
	}

	/**
	 * The same with as many pixels as the screens of phones have.
	 * @param driver the driver
	 */
	void applySharplyTo(ChromiumDriver driver) {
		applyTo(driver, this.phone ? 2 : 1);
	}

	private void applyTo(ChromiumDriver driver, int scale) {
		driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", this.width, "height", this.height, "deviceScaleFactor", scale, "mobile", this.phone));
		driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", this.phone));
		driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
		// without motion nothing has to be waited for, and no colour is between two
		// others
		driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", this.theme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	/**
	 * Names it in names of files.
	 * @return for example {@code light-desktop}
	 */
	String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public String toString() {
		return slug().replace('-', ' ');
	}

}
