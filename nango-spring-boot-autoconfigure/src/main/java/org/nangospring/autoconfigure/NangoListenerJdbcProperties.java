package org.nangospring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;

/**
 * What can be configured about positions of record listeners in a database.
 */
@ConfigurationProperties("nango.listeners.jdbc")
public class NangoListenerJdbcProperties extends DatabaseInitializationProperties {

	private static final String SCHEMA = "classpath:org/nangospring/listener/jdbc/schema-@@platform@@.sql";

	/**
	 * What the names of the tables begin with. The schema that is made has the tables
	 * with NANGO_ only.
	 */
	private String tablePrefix = "NANGO_";

	public String getTablePrefix() {
		return this.tablePrefix;
	}

	public void setTablePrefix(String tablePrefix) {
		this.tablePrefix = tablePrefix;
	}

	@Override
	public String getDefaultSchemaLocation() {
		return SCHEMA;
	}

}
