package feiyan.dispatch.pool;

import feiyan.dispatch.PlannedService;
import feiyan.dispatch.ServiceRules;
import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.OpenOrder;
import feiyan.dispatch.engine.Skills;
import feiyan.dispatch.engine.WeekBits;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * People and orders in the engine's terms. Its rules shall let pass whomever {@link ServiceRules} lets pass, and many
 * others; so commitments, rest and certificates are left to these, and a service that goes on beyond the week is cut
 * off at its end.
 */
final class EngineTerms {

    // An order has no wish as to gender, language or party; the engine knows them.
    private static final int ANY = OpenOrder.ANY;
    private static final int URGENT = 3;
    private static final int NOT_URGENT = 0;
    private static final int WEEK_MINUTES = WeekBits.HOURS * 60;
    /** Whoever has no place on the map goes any way: nobody knows how far it is. */
    private static final float ANY_WAY = 1e9f;

    private final Plane plane;
    private final SkillNumbers skills;
    private final Map<WeekHours, WeekBits> hours = new ConcurrentHashMap<>();

    EngineTerms(Plane plane, SkillNumbers skills) {
        this.plane = plane;
        this.skills = skills;
    }

    /** @param id the engine's */
    FreeVolunteer volunteer(int id, Member member, LocalDate week) {
        var home = member.home();
        return new FreeVolunteer(
                id,
                home == null ? 0 : plane.x(home),
                home == null ? 0 : plane.y(home),
                home == null ? ANY_WAY : Plane.radius(member.radiusMetres()),
                skills.of(member.skills()),
                bits(member.freeHours()),
                member.recentMinutes(),
                member.weeklyLimitMinutes() - member.bookedIn(week),
                member.rating(),
                member.answering().perMille(),
                ANY,
                ANY,
                false,
                false,
                List.of());
    }

    /** Somebody who left, or a place that is kept for somebody to come. */
    static FreeVolunteer nobody(int id) {
        return new FreeVolunteer(
                id, 0, 0, 0, Skills.NONE, new WeekBits(0, 0, 0), 0, 0, 0, 0, ANY, ANY, false, true, List.of());
    }

    /**
     * @param previous who came the last times, by the engine's id, or {@link OpenOrder#NOBODY}
     * @param named likewise
     */
    OpenOrder order(int id, Need need, int seats, long previous, long named) {
        var service = need.service();
        var place = service.place();
        return new OpenOrder(
                id,
                place == null ? OpenOrder.NOWHERE : plane.x(place),
                place == null ? OpenOrder.NOWHERE : plane.y(place),
                skills.of(Set.of(service.skill())),
                seats,
                start(service),
                Math.min(service.minutes(), WEEK_MINUTES - start(service)),
                need.order().urgent() ? URGENT : NOT_URGENT,
                ANY,
                ANY,
                false,
                previous,
                named);
    }

    private static int start(PlannedService service) {
        var from = service.time().from();
        var monday = ServiceRules.week(from).atStartOfDay(ServiceRules.CHINA).toInstant();
        return (int) Duration.between(monday, from).toMinutes();
    }

    /** Looked up first: to compute where there is something already would hold up those who look beside. */
    private WeekBits bits(WeekHours free) {
        var known = hours.get(free);
        return known == null ? hours.computeIfAbsent(free, EngineTerms::read) : known;
    }

    private static WeekBits read(WeekHours hours) {
        var words = new long[3];
        for (int hour = 0; hour < WeekHours.HOURS; hour++) {
            if (hours.bits().charAt(hour) == '1') {
                words[hour / Long.SIZE] |= 1L << (hour % Long.SIZE);
            }
        }
        return new WeekBits(words[0], words[1], words[2]);
    }
}
