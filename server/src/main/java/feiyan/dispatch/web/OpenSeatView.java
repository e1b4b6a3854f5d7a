package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.OpenSeat;
import feiyan.dispatch.OtherAsked;
import feiyan.dispatch.SeatNotForYou;
import feiyan.orders.Slot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open seat to a volunteer who could take it: what, roughly where and when. Nothing that says for whom.
 *
 * @param place the name of the station, which stands for the village
 * @param metres from home, rounded up to half a kilometre; null for a remote service
 */
record OpenSeatView(
        UUID order,
        UUID project,
        String service,
        String place,
        Slot time,
        @Nullable Integer metres,
        int headcount,
        int open,
        boolean urgent,
        boolean remote) {

    static OpenSeatView of(OpenSeat seat) {
        return new OpenSeatView(
                seat.order().value(),
                seat.project().id().value(),
                seat.service(),
                seat.unit(),
                seat.time(),
                seat.way(),
                seat.headcount(),
                seat.open(),
                seat.urgent(),
                seat.remote());
    }

    /** An open seat of one's own village that the rules keep from one. */
    record NotForMe(String service, String place, Slot time, boolean remote, List<Obstacle> against) {

        static NotForMe of(SeatNotForYou seat) {
            return new NotForMe(seat.service(), seat.unit(), seat.time(), seat.remote(), List.copyOf(seat.against()));
        }
    }

    /** A service of one's own village for which others were asked. */
    record AskedOthers(String service, Slot time, List<Obstacle> against, List<OtherAsked.Why> why) {

        static AskedOthers of(OtherAsked other) {
            return new AskedOthers(
                    other.service(), other.time(), List.copyOf(other.against()), List.copyOf(other.why()));
        }
    }

    /**
     * Why not.
     *
     * @param notForMe open now
     * @param askedOthers within fourteen days, the latest first
     */
    record WhyNotMe(List<NotForMe> notForMe, List<AskedOthers> askedOthers) {}
}
