package org.nangospring.sample.page;

import org.nangospring.sample.account.ConnectedAccount;

/**
 * Which folder of an account is synced.
 *
 * @param account the account
 * @param folder the name of the folder; empty for all
 */
record FolderSetting(ConnectedAccount account, Part<String> folder) {

}
