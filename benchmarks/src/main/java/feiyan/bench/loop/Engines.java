package feiyan.bench.loop;

import feiyan.bench.county.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Flowable as one would set it up for this: in process, history of activities, nothing asynchronous. */
final class Engines {

    static final String PROCESS = "order";

    private static final String SCHEMA = "flowable";

    private Engines() {}

    /** By the owner, in a schema of its own; the product's role may write there and make nothing. */
    static void createTables(House house) {
        try (var owner = house.asOwner()) {
            run(owner, "create schema " + SCHEMA);
            run(owner, "set search_path = " + SCHEMA);
            var configuration = configuration(new SingleConnectionDataSource(owner, true));
            configuration.setDatabaseSchemaUpdate("true");
            configuration.buildProcessEngine().close();
            run(owner, "grant usage on schema %s to feiyan_app".formatted(SCHEMA));
            run(
                    owner,
                    "grant select, insert, update, delete on all tables in schema %s to feiyan_app".formatted(SCHEMA));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** On connections that belong to whoever opened a transaction around it. */
    static ProcessEngine on(DataSource pool) {
        var configuration = configuration(pool);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDatabaseTablePrefix(SCHEMA + ".");
        configuration.setTablePrefixIsSchema(true);
        return configuration.buildProcessEngine();
    }

    private static StandaloneProcessEngineConfiguration configuration(DataSource pool) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseType("postgres");
        configuration.setHistoryLevel(HistoryLevel.ACTIVITY);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        return configuration;
    }

    static void deploy(ProcessEngine engine) {
        try (var process = Objects.requireNonNull(Engines.class.getResourceAsStream("/loop/order.bpmn20.xml"))) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("order.bpmn20.xml", process)
                    .deploy();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
