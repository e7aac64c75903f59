package org.nangospring.listener.jdbc.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;

class H2CrashTests extends CrashContract {

	@Override
	Scene scene(Random sceneRandom) throws SQLException, IOException {
		return Scene.h2(sceneRandom);
	}

}
