package feiyan.accounts;

import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who somebody is, how they and their machines sign in, and what they agreed to. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountsDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("person", "account", "consent", "spring_session", "stay", "api_token");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.ofEntries(
                Map.entry("sign_in_code", "a hash that lives five minutes"),
                Map.entry(
                        "known_device",
                        "hashes of what browsers carry; where somebody is signed in is told as the stays"),
                Map.entry("api_token_event", "told with the token: when it was made, when and why it ended"),
                Map.entry(
                        "api_replay",
                        "answers kept for a day, of ids and codes; what was done is told where it was done"),
                Map.entry("password_reset", "a hash; using the link would be telling it"),
                Map.entry("spring_session_attributes", "the sign-in's own bookkeeping: the same ids once more"),
                Map.entry("throttle", "keyed hashes of tries, which nobody can find by person"),
                Map.entry("account_act", "on its way into the audit for a second, where it is told"),
                Map.entry("founding_link", "the hash of a link, of nobody"),
                Map.entry("outbox", "what happened, by id; the events themselves are told with what they happened to"),
                Map.entry("policy", "who decided a setting of the county: an act of office"),
                Map.entry("policy_change", "who changed a setting of the county: an act of office"));
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
        tellSignIns(sheet);
        tellTokens(sheet);
        sheet.rows("consents", """
                select c.id, c.purpose, c.text_version, c.given_at, c.given_how, c.guardian, c.withdrawn_at
                from consent c where c.county_id = :county and c.person_id = :person order by c.id
                """, Sealed.words("guardian", Consents.GUARDIAN, "id"));
    }

    /** By way of the account, since that is how stays are found. */
    private static void tellSignIns(DataSheet sheet) {
        sheet.rows("sessions", """
                select to_timestamp(s.creation_time / 1000.0) as began_at,
                  to_timestamp(s.last_access_time / 1000.0) as last_used_at,
                  to_timestamp(s.expiry_time / 1000.0) as ends_at
                from person p join spring_session s on s.principal_name = p.account_id::text
                where p.county_id = :county and p.id = :person order by s.creation_time
                """);
        sheet.rows("stays", """
                select split_part(s.device, '.', 1) as system, split_part(s.device, '.', 2) as browser, s.network,
                  s.staff, s.began_at, s.seen_at as last_used_at, s.ended_at, s.ended_why
                from person p
                join stay s on s.account_id = p.account_id and s.county_id = :county and s.person_id = :person
                where p.county_id = :county and p.id = :person order by s.began_at
                """);
    }

    /** Never the handle and the hash: who has the copy must not be nearer to the secret. */
    private static void tellTokens(DataSheet sheet) {
        sheet.rows("tokens", """
                select t.purpose, t.scopes, t.as_staff as staff, t.made_at, t.expires_at as ends_at,
                  t.used_at as last_used_at, t.ended_at, t.ended_why
                from api_token t where t.county_id = :county and t.person_id = :person order by t.id
                """);
    }
}
