package org.nangospring.sample.setup;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.sample.nango.ConnectionMemory;
import org.nangospring.sample.nango.EmbeddedNango;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Nango inside the application forgets everything when it stops, the database does
 * not. So its connections are saved there whenever they change, and it gets back those of
 * the last run: neither those that were deleted nor the ones of a first start. The
 * listeners read its records from the beginning. This happens before they start.
 */
@Component
@Conditional(MissingKeyCondition.class)
@DependsOnDatabaseInitialization
class EmbeddedRestart implements InitializingBean, DisposableBean {

	private static final Log logger = LogFactory.getLog(EmbeddedRestart.class);

	private static final List<String> TABLES = List.of("nango_stream", "nango_dead_letter", "person", "shared_file");

	private final ConnectionMemory connections;

	private final JdbcClient database;

	private String saved = "";

	EmbeddedRestart(EmbeddedNango nango, JdbcClient database) {
		this.connections = nango.connections();
		this.database = database;
	}

	@Override
	public void afterPropertiesSet() {
		TABLES.forEach((table) -> this.database.sql("DELETE FROM " + table).update());
		this.database.sql("SELECT connections FROM embedded_nango")
			.query(String.class)
			.optional()
			.ifPresent(this.connections::restore);
		this.connections.whenChanged(this::save);
		save();
	}

	@Override
	public void destroy() {
		this.connections.whenChanged(() -> {
		});
	}

	/**
	 * One at a time, so that the last one to save has seen all that has changed.
	 */
	private synchronized void save() {
		String now = this.connections.save();
		if (now.equals(this.saved)) {
			return;
		}
		try {
			if (update("UPDATE embedded_nango SET connections = :connections WHERE id = 1", now) == 0) {
				update("INSERT INTO embedded_nango (id, connections) VALUES (1, :connections)", now);
			}
			this.saved = now;
		}
		catch (DataAccessException ex) {
			logger.warn("The connections could not be saved: the next start may not know the latest ones", ex);
		}
	}

	private int update(String sql, String connections) {
		return this.database.sql(sql).param("connections", connections).update();
	}

}
