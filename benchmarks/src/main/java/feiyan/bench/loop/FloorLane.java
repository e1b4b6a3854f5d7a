package feiyan.bench.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/** The least: hand-made statements on a connection of the same pool, one transaction for each step. */
final class FloorLane implements Lane {

    private final IntFunction<Cast> casts;
    private final DataSource pool;

    FloorLane(IntFunction<Cast> casts, DataSource pool) {
        this.casts = casts;
        this.pool = pool;
    }

    /** What one step writes. */
    @FunctionalInterface
    interface Writing {

        void write(FloorSteps steps, Instant now) throws SQLException;
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Client client(int number) {
        var cast = casts.apply(number);
        return new Raw(
                pool,
                cast,
                new Diary(Mornings.next(), Cast.MINUTES, cast.volunteers().size()));
    }

    private static final class Raw implements Client {

        private final DataSource pool;
        private final Cast cast;
        private final Diary diary;
        private int loops;

        Raw(DataSource pool, Cast cast, Diary diary) {
            this.pool = pool;
            this.cast = cast;
            this.diary = diary;
        }

        @Override
        public void loop(Watch watch) {
            var entry = diary.next();
            var moment = entry.moment();
            var volunteer = cast.volunteers().get(entry.volunteer());
            var order = FloorOrder.of(cast, cast.resident(loops++), volunteer, moment);
            watch.step(Step.PLACE, () -> write(order, moment.asked(), FloorSteps::place));
            watch.step(Step.APPROVE, () -> write(order, moment.asked(), FloorSteps::approve));
            watch.step(Step.OFFER, () -> write(order, moment.asked(), FloorSteps::offer));
            watch.step(Step.ACCEPT, () -> write(order, moment.asked(), FloorSteps::accept));
            watch.step(Step.START, () -> write(order, moment.arrival(), FloorSteps::start));
            watch.step(Step.FINISH, () -> write(order, moment.leaving(), FloorSteps::finish));
            watch.step(Step.RATE, () -> write(order, moment.rating(), FloorSteps::rate));
        }

        private void write(FloorOrder order, Instant now, Writing writing) {
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                write(connection, order, now, writing);
                connection.commit();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static void write(Connection connection, FloorOrder order, Instant now, Writing writing)
                throws SQLException {
            try {
                writing.write(new FloorSteps(connection, order), now);
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
