package feiyan.platform;

import static feiyan.platform.Setting.duration;
import static feiyan.platform.Setting.flag;
import static feiyan.platform.Setting.hours;
import static feiyan.platform.Setting.networks;
import static feiyan.platform.Setting.number;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a county has decided for itself, as it was when it was read, and the defaults where it has not. A number that
 * the project's domain description calls policy stands here and nowhere else.
 *
 * @param decided the settings that the county changed, by key
 */
public record Policy(Map<String, String> decided) {

    // The order's clocks: one working day each to review and to dispatch; what is urgent does not wait for office
    // hours.
    public static final Setting<Integer> REVIEW_WORKING_DAYS = number("clock.review_working_days", 1, 1, 30);
    public static final Setting<Integer> DISPATCH_WORKING_DAYS = number("clock.dispatch_working_days", 1, 1, 30);
    public static final Setting<Duration> URGENT =
            duration("clock.urgent", Duration.ofHours(2), Duration.ofMinutes(10), Duration.ofDays(1));
    public static final Setting<Integer> ANSWER_WORKING_DAYS = number("clock.answer_working_days", 3, 1, 30);
    public static final Setting<Integer> RATING_DAYS = number("clock.rating_days", 7, 1, 60);
    /** The unit above answers a complaint within so many. Ours. */
    public static final Setting<Integer> COMPLAINT_WORKING_DAYS = number("clock.complaint_working_days", 5, 1, 30);
    /** So long after the service a link to rate it works: late ratings come on paper, too. Ours. */
    public static final Setting<Integer> RATING_LINK_DAYS = number("rating.link_days", 30, 1, 365);

    /** So long after its agreed end a service may still run before it counts as overdue. Ours. */
    public static final Setting<Duration> OVERRUN =
            duration("clock.overrun", Duration.ofHours(2), Duration.ofMinutes(15), Duration.ofHours(12));

    /** For so long an order that was begun and not sent can be gone on with; then it is erased. */
    public static final Setting<Integer> DRAFT_DAYS = number("order.draft_days", 7, 1, 90);

    /** Within so many days the same service for the same home is shown as likely the same need. */
    public static final Setting<Integer> LIKELY_DAYS = number("order.likely_days", 7, 1, 90);

    /** Volunteers find open seats by themselves and take one. Ours: whoever sees a need should not have to wait. */
    public static final Setting<Boolean> OPEN_SEATS = flag("offer.open_seats", true);

    // An offer: four hours in which people are awake, weekends too, but never more than a third of the time left
    // before the window; urgent half an hour.
    public static final Setting<Duration> OFFER =
            duration("offer.waking_time", Duration.ofHours(4), Duration.ofMinutes(15), Duration.ofDays(3));
    public static final Setting<Duration> URGENT_OFFER =
            duration("offer.urgent", Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofHours(4));
    /** The divisor: 3 is a third of the time left. */
    public static final Setting<Integer> OFFER_SHARE_OF_TIME_LEFT = number("offer.share_of_time_left", 3, 1, 10);
    /** Who was asked so often within seven days is asked no more by itself. Ours: more wears people out. */
    public static final Setting<Integer> OFFERS_A_WEEK = number("offer.most_a_week", 3, 1, 50);

    // The usual hours of a county's offices; waking hours from the domain description.
    public static final Setting<List<DaySpan>> WORKING_HOURS =
            hours("calendar.working_hours", "08:30-12:00,13:30-17:30");
    public static final Setting<List<DaySpan>> WAKING_HOURS = hours("calendar.waking_hours", "08:00-21:00");

    /** The hour of the day's one text message for those who want no more than one. Ours: after work, before supper. */
    public static final Setting<Integer> DIGEST_HOUR = number("messages.digest_hour", 18, 9, 20);

    // A volunteer's own limit may be lower or higher; this one stands on the form at first. Ours: ten hours.
    public static final Setting<Integer> WEEKLY_MINUTES = number("volunteer.weekly_minutes", 600, 0, 3600);
    /** At most so much service in any 24 hours. */
    public static final Setting<Integer> MINUTES_IN_24_HOURS = number("volunteer.minutes_in_24_hours", 600, 60, 1440);
    /**
     * Between the last service of one day and the first of another. Eleven hours, as directive 2003/88/EC has for those
     * who are paid.
     */
    public static final Setting<Duration> REST_BETWEEN_DAYS =
            duration("volunteer.rest_between_days", Duration.ofHours(11), Duration.ZERO, Duration.ofHours(16));

    /**
     * How long before the time agreed a volunteer may check in. The demo is patient: its visitors have five minutes.
     */
    public static final Setting<Duration> EARLY_CHECK_IN =
            duration("attendance.early", Duration.ofHours(1), Duration.ZERO, Duration.ofDays(30));

    // What a dispatch plan weighs against what, in metres of road: docs/dispatch.md. The standard is the published
    // benchmark's; language and party stand in no order of ours, so nobody decides about them.
    /** A seat left empty in an order that is not urgent, and in an urgent one. */
    public static final Setting<Integer> WEIGHT_OPEN_SEAT =
            number("dispatch.weight.open_seat", 100_000, 10_000, 1_000_000);

    public static final Setting<Integer> WEIGHT_OPEN_SEAT_URGENT =
            number("dispatch.weight.open_seat_urgent", 800_000, 10_000, 2_000_000);
    /** For each kilometre in a straight line. */
    public static final Setting<Integer> WEIGHT_WAY = number("dispatch.weight.way", 1_300, 500, 5_000);
    /** For each hour served lately. */
    public static final Setting<Integer> WEIGHT_RECENT = number("dispatch.weight.recent", 50, 0, 1_000);
    /** For each hundredth of a star below five. */
    public static final Setting<Integer> WEIGHT_RATING = number("dispatch.weight.rating", 4, 0, 50);
    /** For each of a hundred questions not answered in time. */
    public static final Setting<Integer> WEIGHT_RESPONSE = number("dispatch.weight.response", 15, 0, 200);
    /** For another than who came the last times, and for another than the requester would like. */
    public static final Setting<Integer> WEIGHT_REGULAR = number("dispatch.weight.regular", 3_000, 0, 50_000);

    public static final Setting<Integer> WEIGHT_NAMED = number("dispatch.weight.named", 8_000, 0, 50_000);
    /** For the second new task of one person in a week; for the third twice as much more, and so on. */
    public static final Setting<Integer> WEIGHT_AGAIN = number("dispatch.weight.again", 1_500, 0, 50_000);

    // Whose data somebody may see before auditors are told; ours, to be set by what is usual at a county's desks.
    public static final Setting<Integer> BULK_HOUR_STAFF = number("bulk.hour_staff", 40, 5, 1000);
    public static final Setting<Integer> BULK_DAY_STAFF = number("bulk.day_staff", 150, 10, 5000);
    public static final Setting<Integer> BULK_HOUR_OTHERS = number("bulk.hour_others", 10, 2, 1000);
    public static final Setting<Integer> BULK_DAY_OTHERS = number("bulk.day_others", 30, 5, 5000);
    /** In an hour outside the waking hours, whoever it is. */
    public static final Setting<Integer> BULK_NIGHT = number("bulk.night", 8, 1, 1000);

    // How long what is personal is kept after its purpose is fulfilled. Nothing goes before the county has switched it
    // on. Least: a complaint or a claim must still find it (half a year for words, three years for who saw what).
    public static final Setting<Boolean> RETENTION = flag("retention.on", false);
    public static final Setting<Integer> KEEP_WORDS = number("retention.words_days", 1095, 180, 36500);
    public static final Setting<Integer> KEEP_MEDIA = number("retention.media_days", 365, 90, 36500);
    public static final Setting<Integer> KEEP_NOTICES = number("retention.notices_days", 365, 90, 36500);
    public static final Setting<Integer> KEEP_TEXTS = number("retention.texts_days", 365, 180, 36500);
    public static final Setting<Integer> KEEP_SEARCHES = number("retention.searches_days", 730, 30, 36500);
    /**
     * Without a sign-in or an order. Volunteers' records are kept for ten years after they left, whatever this says.
     */
    public static final Setting<Integer> KEEP_ACCOUNTS = number("retention.accounts_days", 1825, 730, 36500);

    public static final Setting<Integer> KEEP_AUDIT = number("retention.audit_days", 3650, 1095, 36500);

    /** So long somebody who wants to be forgotten can think better of it. Ours. */
    public static final Setting<Integer> DELETION_DAYS = number("privacy.deletion_days", 7, 1, 30);

    /** Staff sign in with a second step. */
    public static final Setting<Boolean> STAFF_TOTP = flag("staff.totp", true);
    /** From where staff act as such; anywhere, where no network is named. */
    public static final Setting<Networks> STAFF_NETWORKS = networks("staff.networks");

    // How long a sign-in holds: after rest, and at the longest. Staff see other people's affairs, so theirs is short;
    // whoever asks for help should not have to sign in each time. Ours, after OWASP ASVS 7.3.
    public static final Setting<Duration> STAFF_IDLE =
            duration("session.staff_idle", Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofHours(4));
    public static final Setting<Duration> STAFF_LONGEST =
            duration("session.staff_longest", Duration.ofHours(12), Duration.ofHours(1), Duration.ofHours(24));
    public static final Setting<Integer> RESIDENT_IDLE_DAYS = number("session.resident_idle_days", 30, 1, 180);
    public static final Setting<Integer> RESIDENT_LONGEST_DAYS = number("session.resident_longest_days", 90, 1, 400);

    /** For so long what was done stays in the outbox, to look into; ids only, so it is no record of anybody. */
    public static final Setting<Integer> OUTBOX_DAYS = number("outbox.days", 30, 1, 3650);

    public Policy {
        decided = Map.copyOf(decided);
    }

    /** A county that decided nothing. */
    public static Policy standard() {
        return new Policy(Map.of());
    }

    public <T> T get(Setting<T> setting) {
        var value = decided.get(setting.key());
        return value == null ? setting.standard() : setting.read().apply(value);
    }

    public <T> Policy with(Setting<T> setting, T value) {
        var changed = new HashMap<>(decided);
        changed.put(setting.key(), setting.write().apply(value));
        return new Policy(changed);
    }
}
