package feiyan.messages;

import feiyan.dispatch.OfferId;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.ServingStakeholders;
import feiyan.dispatch.ServingStakeholders.Concerned;
import feiyan.messages.NoticeRows.Content;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells volunteers and leaders of their offers and seats; nobody is told what they did themselves. */
@Component
class ServingNotices implements OutboxHandler {

    private static final Map<String, NoticeKind> OFFERS = Map.of(
            "offer.make", NoticeKind.OFFER_MADE,
            "offer.withdraw", NoticeKind.OFFER_WITHDRAWN,
            "offer.expire", NoticeKind.OFFER_EXPIRED);

    // A seat's new time is told with its order's.
    private static final Map<String, NoticeKind> SEATS = Map.of(
            "seat.take", NoticeKind.SEAT_TAKEN,
            "seat.release", NoticeKind.SEAT_RELEASED,
            "seat.give_back", NoticeKind.SEAT_RELEASED,
            "seat.miss", NoticeKind.SEAT_MISSED);

    private final ServingStakeholders stakeholders;
    private final NoticeRows notices;

    ServingNotices(ServingStakeholders stakeholders, NoticeRows notices) {
        this.stakeholders = stakeholders;
        this.notices = notices;
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(OFFERS, SEATS).flatMap(map -> map.keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void handle(OutboxRow row) {
        var ofOffer = OFFERS.get(row.kind());
        if (ofOffer != null) {
            var offer = new OfferId(row.subject());
            stakeholders
                    .offer(row.county(), offer, row.version())
                    .ifPresent(concerned -> tell(
                            row, concerned, new Content(ofOffer, concerned.order(), offer, null, concerned.reason())));
            return;
        }
        var ofSeat = Objects.requireNonNull(SEATS.get(row.kind()), row.kind());
        stakeholders
                .seat(row.county(), new SeatId(row.subject()), row.version())
                .ifPresent(concerned -> tell(
                        row,
                        concerned,
                        new Content(ofSeat, concerned.order(), null, concerned.starts(), concerned.reason())));
    }

    private void tell(OutboxRow row, Concerned concerned, Content content) {
        if (!concerned.person().equals(concerned.actor())) {
            notices.tell(row, content, List.of(concerned.person()));
        }
    }
}
