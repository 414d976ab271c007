// The engine that keeps diaries in a database.
