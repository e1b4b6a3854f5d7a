package feiyan.bench.loop;

import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.Slot;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** Through the doors, in this process: what pages and API call, and nothing around it. */
final class DoorLane implements Lane {

    private final IntFunction<Cast> casts;
    private final Doors doors;

    DoorLane(IntFunction<Cast> casts, Doors doors) {
        this.casts = casts;
        this.doors = doors;
    }

    @Override
    public String name() {
        return "door";
    }

    @Override
    public Client client(int number) {
        var cast = casts.apply(number);
        return new Through(
                cast,
                doors,
                new Diary(Mornings.next(), Cast.MINUTES, cast.volunteers().size()));
    }

    private static final class Through implements Client {

        private final Cast cast;
        private final Doors doors;
        private final Diary diary;
        private int loops;

        Through(Cast cast, Doors doors, Diary diary) {
            this.cast = cast;
            this.doors = doors;
            this.diary = diary;
        }

        @Override
        public void loop(Watch watch) {
            var entry = diary.next();
            var moment = entry.moment();
            var resident = cast.resident(loops++);
            var errand = new Errand(
                    resident.actor(),
                    cast.desk().actor(),
                    need(resident, moment.served()),
                    moment.served(),
                    List.of(cast.volunteers().get(entry.volunteer()).actor()),
                    null,
                    moment.hours());
            new DoorLoop(doors, errand, watch).run();
        }

        private NewOrder need(Cast.Member resident, Slot served) {
            var window = new Slot(
                    served.from().minus(Duration.ofHours(1)), served.to().plus(Duration.ofHours(1)));
            return new NewOrder(
                    resident.person(),
                    Channel.PHONE_PAGE,
                    cast.station(),
                    cast.project(),
                    Speech.NEED,
                    Speech.NAME,
                    Speech.phone(loops),
                    Speech.ADDRESS,
                    null,
                    window,
                    false,
                    null,
                    null);
        }
    }
}
