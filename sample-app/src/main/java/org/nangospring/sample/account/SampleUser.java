package org.nangospring.sample.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The user of the application: there is one, as there is no login.
 *
 * @param id the id in the application, which Nango gives back with each connection
 * @param email the e-mail address, for Nango's Connect UI
 * @param displayName the name to show
 */
@ConfigurationProperties("sample.user")
public record SampleUser(String id, String email, String displayName) {

}
