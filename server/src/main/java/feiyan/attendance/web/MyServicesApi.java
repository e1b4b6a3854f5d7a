package feiyan.attendance.web;

import feiyan.accounts.Persons;
import feiyan.attendance.MyDay;
import feiyan.attendance.MyServices;
import feiyan.attendance.MyServices.Past;
import feiyan.attendance.MyServices.Place;
import feiyan.dispatch.SeatId;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A volunteer's own day, and what they have done. */
@RestController
@RequestMapping(ApiPath.V1)
class MyServicesApi {

    private final MyDay days;
    private final MyServices services;
    private final Persons names;

    MyServicesApi(MyDay days, MyServices services, Persons names) {
        this.days = days;
        this.services = services;
        this.names = names;
    }

    @Operation(
            summary = "One’s day as a volunteer: seats of today, to come, and over, each with what to do now",
            description = "Nothing that says for whom; that is read with the order, while its stage allows.")
    @NeedsScope("services:read")
    @GetMapping("/my-day")
    DayView day(Actor volunteer) {
        var day = days.of(volunteer);
        var month = services.month(volunteer);
        return DayView.of(
                day,
                names.names(volunteer.county(), MyDayPage.companions(day)),
                new DayView.MonthSoFar(month.services(), month.minutes()));
    }

    /** A service that is over: what and when, and nothing that says for whom. */
    record Served(
            UUID seat,
            UUID order,
            String service,
            String place,
            Slot time,
            Instant in,
            @Nullable Instant out,
            @Nullable Integer minutes) {

        static Served of(Past past) {
            var line = past.seat();
            var presence = past.presence();
            return new Served(
                    line.seat().value(),
                    line.order().id().value(),
                    line.service(),
                    line.unit(),
                    line.time(),
                    presence.in(),
                    presence.out(),
                    presence.minutes());
        }
    }

    @Operation(
            summary = "What one has served, the latest first, with its minutes",
            description = "Nothing that says for whom.")
    @NeedsScope("services:read")
    @GetMapping("/my-services")
    Slice<Served> past(Actor volunteer, Paging paging) {
        var page = services.past(volunteer, place(paging.cursor()));
        var next = page.next();
        return new Slice<>(
                page.services().stream().map(Served::of).toList(),
                next == null ? null : Cursor.of(next.in(), next.seat().value()));
    }

    private static @Nullable Place place(@Nullable Cursor after) {
        var in = after == null ? null : after.instant(0);
        return after == null || in == null ? null : new Place(in, new SeatId(after.id(1)));
    }
}
