package feiyan.attendance;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import feiyan.accounts.Sealed;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Minutes, what they were put right to, what was handed in later, and what somebody learned. A summary's words are
 * about a household: not told.
 */
@Component
@Order(5)
class AttendanceDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("attendance", "attendance_correction", "attendance_proof", "service_summary");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of();
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("hours", """
                select o.number, a.in_at, a.in_how, a.out_at, a.out_how, a.minutes from attendance a
                join service_order o on o.county_id = :county and o.id = a.order_id
                where a.county_id = :county and a.volunteer_id = :person order by a.in_at
                """);
        sheet.rows("hours_corrected", """
                select o.number, c.old_in, c.old_out, c.new_in, c.new_out, c.reason, c.at from attendance a
                join attendance_correction c on c.county_id = :county and c.seat_id = a.seat_id
                join service_order o on o.county_id = :county and o.id = a.order_id
                where a.county_id = :county and a.volunteer_id = :person order by c.at
                """);
        tellProofs(sheet);
        sheet.rows("experience", """
                select o.number, s.at, s.experience, s.offer_id as id from service_summary s
                join service_order o on o.county_id = :county and o.id = s.order_id
                where s.county_id = :county and s.written_by = :person order by s.at
                """, Sealed.words("experience", "service_summary.experience", "id"));
    }

    private static void tellProofs(DataSheet sheet) {
        sheet.rows("offline_proofs", """
                select o.number, f.in_at, f.out_at, f.how, f.handed_in_at from seat s
                join attendance_proof f on f.county_id = :county and f.seat_id = s.id
                join service_order o on o.county_id = :county and o.id = s.order_id
                where s.county_id = :county and s.volunteer_id = :person order by f.handed_in_at, f.id
                """);
    }
}
