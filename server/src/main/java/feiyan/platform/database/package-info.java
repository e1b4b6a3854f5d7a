/**
 * The database: PostgreSQL of our own in the data folder, or somebody else's by {@code spring.datasource.url}. Either
 * way the migrations run as its owner and the application works as {@code feiyan_app}.
 */
@NullMarked
package feiyan.platform.database;

import org.jspecify.annotations.NullMarked;
