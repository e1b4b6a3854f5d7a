package feiyan.accounts;

import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who somebody is, how they sign in, and what they agreed to. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountsDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("person", "account", "consent", "spring_session");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of(
                "sign_in_code", "a hash that lives five minutes",
                "password_reset", "a hash; using the link would be telling it",
                "spring_session_attributes", "the sign-in's own bookkeeping: the same ids once more",
                "throttle", "keyed hashes of tries, which nobody can find by person",
                "founding_link", "the hash of a link, of nobody",
                "outbox", "what happened, by id; the events themselves are told with what they happened to",
                "policy", "who decided a setting of the county: an act of office",
                "policy_change", "who changed a setting of the county: an act of office");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("person", """
                select p.id, p.name, p.phone_sealed as phone, p.created_at as registered_at
                from person p where p.county_id = :county and p.id = :person
                """, Sealed.words("phone", PersonRows.PHONE, "id"));
        sheet.rows("account", """
                select a.created_at as registered_at, a.password_hash is not null as has_password,
                  a.totp_confirmed_at as second_step_since
                from person p join account a on a.id = p.account_id
                where p.county_id = :county and p.id = :person
                """);
        sheet.rows("sessions", """
                select to_timestamp(s.creation_time / 1000.0) as began_at,
                  to_timestamp(s.last_access_time / 1000.0) as last_used_at,
                  to_timestamp(s.expiry_time / 1000.0) as ends_at
                from person p join spring_session s on s.principal_name = p.account_id::text
                where p.county_id = :county and p.id = :person order by s.creation_time
                """);
        sheet.rows("consents", """
                select c.id, c.purpose, c.text_version, c.given_at, c.given_how, c.guardian, c.withdrawn_at
                from consent c where c.county_id = :county and c.person_id = :person order by c.id
                """, Sealed.words("guardian", Consents.GUARDIAN, "id"));
    }
}
