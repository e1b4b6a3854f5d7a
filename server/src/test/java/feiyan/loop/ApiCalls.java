package feiyan.loop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;

/**
 * One call of each endpoint around serving, with a body that would do. What stands in braces is the id of something of
 * the village. Whoever adds an endpoint adds its line; {@link ApiStrangersTest} fails until then.
 */
record ApiCalls(HttpMethod method, String path, String body) {

    private static final String TABLE = """
            GET  /orders/{order}/offers
            POST /orders/{order}/offers                               {"from":"{time}","invitees":[{"team":"{team}"}]}
            POST /orders/{order}/go-ahead
            GET  /orders/{order}/candidates
            GET  /orders/{order}/time-proposal
            POST /orders/{order}/time-proposals                       {"from":"{time}","side":"SERVING"}
            POST /orders/{order}/agreed-time                          {"from":"{time}","reason":"WEATHER"}
            POST /orders/{order}/time-proposals/{proposal}/acceptance
            POST /orders/{order}/time-proposals/{proposal}/refusal
            POST /orders/{order}/time-proposals/{proposal}/withdrawal
            POST /orders/{order}/waiting-withdrawal
            POST /orders/{order}/fresh-start
            POST /orders/{order}/no-show
            POST /orders/{order}/break-off                            {"reason":"NOT_SAFE"}
            GET  /orders/{order}/check-in-code
            GET  /orders/{order}/roll
            GET  /orders/{order}/summaries
            POST /orders/{order}/open-seats                           {"open":false}
            GET  /open-seats
            GET  /open-seats/why-not
            POST /open-seats/{order}/seat                             {"from":"{time}"}
            GET  /service-limits
            GET  /offers/{offer}/why
            GET  /team-offers
            GET  /offers/{offer}
            POST /offers/{offer}/acceptance
            POST /offers/{offer}/refusal                              {"reason":"TOO_FAR"}
            POST /offers/{offer}/return
            POST /offers/{offer}/withdrawal
            POST /offers/{offer}/seats                                {"members":["{volunteer}"]}
            POST /offers/{offer}/summary                              {"words":"It went well."}
            POST /seats/{seat}/swap                                   {"instead":"{volunteer}"}
            POST /seats/{seat}/removal
            POST /seats/{seat}/return
            POST /seats/{seat}/check-in                               {"code":"123456"}
            POST /seats/{seat}/check-out
            POST /seats/{seat}/confirmation                           {"reason":"NO_CODE"}
            POST /seats/{seat}/absence
            POST /seats/{seat}/settlement                             {"left":"{time}"}
            POST /seats/{seat}/corrections                            {"in":"{time}","out":"{time}","reason":"WRONG_TIME"}
            POST /seats/{seat}/proofs                                 {"id":"{message}","in":"{time}","code":"123456"}
            GET  /seats/{seat}/roll
            GET  /overdue
            GET  /offers/{offer}/change
            POST /offers/{offer}/change
            POST /offers/{offer}/change/withdrawal
            GET  /dispatch/plan
            POST /dispatch/plans                                      {"unit":"{unit}"}
            GET  /dispatch/plans/{message}
            POST /dispatch/plans/{message}/stop
            POST /dispatch/plans/{message}/offers                     {"lines":[1]}
            POST /dispatch/plans/{message}/gaps/escalation            {"orders":["{order}"],"words":"Nobody"}
            GET  /dispatch/plans/{message}/lines/1
            POST /dispatch/plans/{message}/lines/1/pin
            POST /dispatch/plans/{message}/lines/1/release
            POST /dispatch/plans/{message}/lines/1/removal
            POST /dispatch/plans/{message}/lines/1/ban
            POST /dispatch/plans/{message}/lines/1/volunteer          {"volunteer":"{volunteer}"}
            GET  /units/{unit}/dispatch
            GET  /admin/policy/dispatch
            POST /admin/policy/dispatch/trials                        {"way":1500}
            GET  /admin/policy/dispatch/trials/{message}
            POST /admin/policy/dispatch/trials/{message}/decision
            GET  /my-day
            GET  /my-services
            GET  /volunteer
            POST /volunteer                                           {"skills":[],"free":[]}
            GET  /volunteer/pause
            POST /volunteer/pause                                     {"until":"2031-01-01"}
            POST /volunteer/comeback
            POST /volunteer/profile                                   {"skills":[],"free":[]}
            POST /volunteer/certificates                              {"kind":"first aid"}
            GET  /volunteers
            GET  /volunteers/{volunteer}
            POST /volunteers/{volunteer}/certificates/{certificate}/check
            GET  /teams
            POST /teams                                               {"unit":"{unit}","name":"x","kind":"MASS"}
            GET  /teams/{team}
            GET  /teams/{team}/members
            POST /teams/{team}/members                                {"member":"{volunteer}"}
            POST /teams/{team}/leader                                 {"member":"{volunteer}"}
            POST /teams/{team}/leaving                                {"member":"{volunteer}"}
            GET  /units
            GET  /units/{unit}
            GET  /units/{unit}/units
            GET  /units/{unit}/venues
            POST /admin/units/set-up
            POST /admin/units/{unit}/name                             {"name":"Elsewhere"}
            POST /admin/units/{unit}/phone                            {"phone":"0539-6221234"}
            POST /admin/units/{unit}/units                            {"name":"Below"}
            POST /admin/units/{unit}/closure
            POST /admin/units/{unit}/venues                           {"name":"Inn","kind":"INN"}
            POST /admin/units/{unit}/venues/{venue}/removal
            GET  /admin/units/{unit}/invitations
            POST /admin/units/{unit}/invitations/{invitation}/withdrawal
            GET  /admin/staff?unit={unit}
            POST /admin/staff/{clerk}/sign-out
            POST /admin/units/{unit}/posts                            {"colleague":"13812345678","role":"CLERK"}
            POST /admin/units/{unit}/posts/end                        {"person":"{clerk}","role":"DISPATCHER"}
            POST /admin/units/{unit}/hand-over                        {"colleague":"13812345678"}
            GET  /areas
            GET  /areas/{area}
            POST /admin/areas/preview                                 {"text":"x"}
            POST /admin/areas/import                                  {"text":"x"}
            GET  /admin/policy
            GET  /admin/policy/changes
            GET  /admin/policy/{setting}
            POST /admin/policy/{setting}                              {"seen":"x","value":"1"}
            GET  /menu
            GET  /admin/menu
            POST /admin/menu/common-projects
            POST /admin/menu/import                                   {"text":"x"}
            POST /admin/menu/projects                                 {"name":"x","skill":"x","minutes":1,"headcount":1}
            GET  /admin/menu/projects/{project}
            POST /admin/menu/projects/{project}                       {"name":"x","skill":"y","minutes":9,"headcount":1}
            POST /admin/menu/projects/{project}/withdrawal
            GET  /admin/calendar
            POST /admin/calendar/spans                                {"from":"2031-01-01","working":true,"name":"x"}
            POST /admin/calendar/removals                             {"from":"2031-01-01","to":"2031-01-02"}
            GET  /messages
            GET  /messages/unread
            POST /messages/{message}/reading
            POST /messages/reading                                    {"upTo":"{message}"}
            GET  /messages/choices
            POST /messages/choices                                    {"language":"en","ways":{}}
            GET  /admin/outbox
            POST /admin/outbox/attempts
            """;

    static List<ApiCalls> all() {
        return TABLE.lines().map(ApiCalls::line).toList();
    }

    private static ApiCalls line(String line) {
        var cells = line.split(" +", 3);
        return new ApiCalls(HttpMethod.valueOf(cells[0]), cells[1], cells.length < 3 ? "" : cells[2]);
    }

    /** The route, with nothing in its braces. */
    String route() {
        return method + " " + path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}|(?<=/lines/)1", "{}");
    }

    /** Whether it names something of the village in its address. */
    boolean namesSomething() {
        return path.contains("{") && !path.contains("{area}") && !path.contains("{setting}");
    }

    ApiCalls with(Map<String, String> ids) {
        return new ApiCalls(method, filled(path, ids), filled(body, ids));
    }

    private static String filled(String text, Map<String, String> ids) {
        var filled = text;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }
}
