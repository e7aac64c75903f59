package org.nangospring.listener.jdbc.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;

class PostgresCrashTests extends CrashContract {

	@Override
	Scene scene(Random sceneRandom) throws SQLException, IOException {
		return Scene.postgres(sceneRandom);
	}

}
