package feiyan.bench.loop;

import java.util.function.IntFunction;

/** One way of getting a need from its words to its rating. */
public interface Lane {

    String name();

    /** Over the JSON API, with each client the people of one village. */
    static Lane api(IntFunction<Cast> casts) {
        return new ApiLane(casts);
    }

    /** Somebody who goes through it again and again, on a thread of their own. */
    Client client(int number);

    interface Client {

        /** Once through all seven steps. */
        void loop(Watch watch);
    }
}
