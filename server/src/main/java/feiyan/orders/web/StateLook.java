package feiyan.orders.web;

import feiyan.orders.State;

/**
 * How a state looks as a chip: tone and icon beside its word, so that nothing is told by colour alone.
 *
 * @param tone good, wait, info or bad
 */
record StateLook(String tone, String icon) {

    static StateLook of(State state) {
        return switch (state) {
            case NEW, SUBMITTED, APPROVED -> new StateLook("wait", "clock");
            case RETURNED -> new StateLook("wait", "talk");
            case OFFERED -> new StateLook("info", "send");
            case ACCEPTED -> new StateLook("info", "people");
            case IN_SERVICE -> new StateLook("info", "hand");
            case SERVED -> new StateLook("wait", "star");
            case CLOSED -> new StateLook("good", "done");
            case MERGED -> new StateLook("info", "people");
            case REFUSED -> new StateLook("bad", "stop");
            case CANCELLED -> new StateLook("bad", "cross");
        };
    }
}
