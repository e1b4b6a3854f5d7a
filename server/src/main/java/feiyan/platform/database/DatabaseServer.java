package feiyan.platform.database;

/** Where the data are: a PostgreSQL of our own, or somebody else's. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    /** Owns the tables; only the migrations log in as this one. */
    Login owner();

    /** The pool's login, which does nothing in its own name: each connection works as {@code feiyan_app}. */
    Login pool();

    @Override
    void close();
}
