-- The connections of the Nango inside the application, for its next start: one row, and none before the first start
CREATE TABLE embedded_nango (
	id INT NOT NULL PRIMARY KEY,
	connections TEXT NOT NULL
);
