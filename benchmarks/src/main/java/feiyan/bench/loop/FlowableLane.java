package feiyan.bench.loop;

import feiyan.bench.county.House;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine for processes that a team might take: one process for each need, a task of it for each step, and in the
 * same transaction the floor's rows, since people, times and words are the application's own whatever moves the
 * process.
 */
final class FlowableLane implements Lane, AutoCloseable {

    private final IntFunction<Cast> casts;
    private final TransactionAwareDataSourceProxy pool;
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;

    private FlowableLane(IntFunction<Cast> casts, DataSource pool) {
        this.casts = casts;
        this.pool = new TransactionAwareDataSourceProxy(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.engine = Engines.on(this.pool);
    }

    static FlowableLane in(House house, IntFunction<Cast> casts, DataSource pool) {
        Engines.createTables(house);
        var lane = new FlowableLane(casts, pool);
        Engines.deploy(lane.engine);
        return lane;
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public Client client(int number) {
        return new Completing(casts.apply(number));
    }

    @Override
    public void close() {
        engine.close();
    }

    private final class Completing implements Client {

        private final Cast cast;
        private final Diary diary;
        private final RuntimeService processes = engine.getRuntimeService();
        private final TaskService tasks = engine.getTaskService();
        private int loops;

        Completing(Cast cast) {
            this.cast = cast;
            this.diary =
                    new Diary(Mornings.next(), Cast.MINUTES, cast.volunteers().size());
        }

        @Override
        public void loop(Watch watch) {
            var entry = diary.next();
            var moment = entry.moment();
            var volunteer = cast.volunteers().get(entry.volunteer());
            var order = FloorOrder.of(cast, cast.resident(loops++), volunteer, moment);
            watch.step(Step.PLACE, () -> step(order, moment.asked(), FloorSteps::place, () -> begin(order)));
            var clerk = order.clerk().toString();
            var helper = order.volunteer().toString();
            watch.step(Step.APPROVE, () -> step(order, moment.asked(), FloorSteps::approve, () -> go(order, clerk)));
            watch.step(Step.OFFER, () -> step(order, moment.asked(), FloorSteps::offer, () -> go(order, clerk)));
            watch.step(Step.ACCEPT, () -> step(order, moment.asked(), FloorSteps::accept, () -> go(order, helper)));
            watch.step(Step.START, () -> step(order, moment.arrival(), FloorSteps::start, () -> go(order, helper)));
            watch.step(Step.FINISH, () -> step(order, moment.leaving(), FloorSteps::finish, () -> go(order, helper)));
            var resident = order.resident().toString();
            watch.step(Step.RATE, () -> step(order, moment.rating(), FloorSteps::rate, () -> go(order, resident)));
        }

        private void begin(FloorOrder order) {
            processes.startProcessInstanceByKey(Engines.PROCESS, order.order().toString());
        }

        /** The one task that waits: as a page that shows it would find it, and by whom it is done. */
        private void go(FloorOrder order, String who) {
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(order.order().toString())
                    .singleResult();
            tasks.complete(task.getId(), who);
        }

        private void step(FloorOrder order, Instant now, FloorLane.Writing rows, Runnable process) {
            transaction.executeWithoutResult(status -> {
                process.run();
                try (var connection = pool.getConnection()) {
                    rows.write(new FloorSteps(connection, order), now);
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
        }
    }
}
