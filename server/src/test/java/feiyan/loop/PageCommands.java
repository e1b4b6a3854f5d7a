package feiyan.loop;

import feiyan.orders.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each form of the loop's pages does to an order, and whose form it is: R requester, S staff, V volunteer or
 * leader. Whoever adds a form adds its line; {@link NoDeadEndsTest} fails until then. A dash: the order stays as it is.
 */
record PageCommands(String path, Set<Verb> verbs, Set<Who> who) {

    enum Who {
        R,
        S,
        V
    }

    private static final String TABLE = """
            /orders/new                                         -                       R
            /orders/new/{id}/what                               -                       R
            /orders/new/{id}/what/keeping                       -                       R
            /orders/new/{id}/danger                             -                       R
            /orders/new/{id}/which                              -                       R
            /orders/new/{id}/where                              -                       R
            /orders/new/{id}/where/keeping                      -                       R
            /orders/new/{id}/media                              -                       R
            /orders/new/{id}/media/{medium}/removal             -                       R
            /orders/new/{id}/discarding                         -                       R
            /orders/new/{id}/sending                            PLACE                   R
            /family/{id}/orders                                 PLACE                   R
            /family/requests                                    -                       R
            /family/requests/{id}/permission                    -                       R
            /family/requests/{id}/denial                        -                       R
            /family/requests/{id}/withdrawal                    -                       R
            /family/followers/{id}/withdrawal                   -                       R
            /orders/{id}/followers                              -                       S
            /orders/{id}/followers/{follower}/withdrawal        -                       S
            /counter/look                                       -                       S V
            /counter                                            PLACE,APPROVE,RESOLVE   S V
            /household-cards/{person}                           -                       S V
            /household-cards/{person}/prints                    -                       S V
            /search                                             -                       R S V
            /search/filters                                            -                       S
            /search/filters/{id}/removal                               -                       S
            /orders/{id}/contact-view                           -                       S V
            /orders/{id}/approval                               APPROVE                 S
            /orders/{id}/resolution                             RESOLVE                 S
            /orders/{id}/escalation                             ESCALATE                S
            /orders/{id}/hand-down                              HAND_DOWN               S
            /orders/{id}/question                               ASK_BACK                S
            /orders/{id}/refusal                                REFUSE                  S
            /orders/{id}/answer                                 ANSWER                  R S
            /orders/{id}/cancellation                           CANCEL                  R S
            /groups                                             GROUP,MERGE             S
            /orders/{id}/separation                             SPLIT                   S
            /orders/{id}/rating                                 RATE,REOPEN             R S
            /orders/{id}/rating-sheet                           -                       S V
            /r/{token}                                          RATE,REOPEN             R
            /call-backs/{id}/phone-view                         -                       S
            /call-backs/{id}/call                               -                       S
            /call-backs/{id}/rating                             RATE,REOPEN             S
            /call-backs/{id}/answer                             ANSWER                  S
            /orders/{id}/complaints                             -                       R
            /complaints/{id}/acceptance                         -                       R
            /complaints/{id}/escalation                         -                       R
            /complaints/{id}/answer                             -                       S
            /complaints/{id}/upheld-appeal                      APPEAL_UPHELD           S
            /orders/{id}/offers                                 OFFER,RESEAT            S
            /orders/{id}/go-ahead                               CONFIRM                 S
            /orders/{id}/open-seats                             -                       S
            /open-seats/{id}/seat                               OFFER,CONFIRM           V
            /dispatch/plans                                     -                       S
            /dispatch/plans/{id}/stop                           -                       S
            /dispatch/plans/{id}/offers                         OFFER                   S
            /dispatch/plans/{id}/gaps/escalation                ESCALATE                S
            /dispatch/plans/{id}/lines/{line}/pin               -                       S
            /dispatch/plans/{id}/lines/{line}/release           -                       S
            /dispatch/plans/{id}/lines/{line}/removal           -                       S
            /dispatch/plans/{id}/lines/{line}/ban               -                       S
            /dispatch/plans/{id}/lines/{line}/volunteer         -                       S
            /orders/{id}/fresh-start                            RUN_DRY                 S
            /orders/{id}/waiting-withdrawal                     -                       S
            /offers/{id}/withdrawal                             RUN_DRY                 S
            /admin/policy/dispatch/trials                       -                       S
            /admin/policy/dispatch/trials/{trial}/decision      -                       S
            /offers/{id}/acceptance                             CONFIRM                 V
            /offers/{id}/refusal                                RUN_DRY                 V
            /offers/{id}/change                                 -                       V
            /offers/{id}/change/withdrawal                      -                       V
            /my-day/offers/{id}/acceptance                      CONFIRM                 V
            /my-day/offers/{id}/refusal                         RUN_DRY                 V
            /offers/{id}/seats                                  CONFIRM,RESEAT          V
            /offers/{id}/return                                 RUN_DRY                 V
            /offers/{id}/summary                                -                       V
            /orders/{id}/time-proposals                         -                       R S V
            /orders/{order}/time-proposals/{id}/acceptance      RESCHEDULE              R S V
            /orders/{order}/time-proposals/{id}/refusal         -                       R S V
            /orders/{order}/time-proposals/{id}/withdrawal      -                       R S V
            /orders/{id}/agreed-time                            RESCHEDULE              S
            /orders/{id}/no-show                                NO_SHOW                 R S
            /orders/{id}/break-off                              BREAK_OFF               S V
            /check-in                                           START                   V
            /seats/{id}/check-in                                START                   V
            /seats/{id}/check-out                               FINISH                  V
            /seats/{id}/confirmation                            START                   S V
            /seats/{id}/settlement                              FINISH                  S V
            /seats/{id}/absence                                 NO_SHOW,RESEAT,FINISH   S V
            /seats/{id}/corrections                             -                       S V
            /seats/{id}/removal                                 GIVE_BACK,RESEAT,RUN_DRY V
            /seats/{id}/swap                                    RESEAT                  V
            /seats/{id}/return                                  GIVE_BACK,RESEAT,RUN_DRY V
            """;

    static List<PageCommands> all() {
        return TABLE.lines().map(PageCommands::line).toList();
    }

    private static PageCommands line(String line) {
        var cells = new ArrayList<>(List.of(line.split(" +")));
        var path = cells.removeFirst();
        var verbs = cells.removeFirst();
        return new PageCommands(
                path,
                verbs.equals("-")
                        ? EnumSet.noneOf(Verb.class)
                        : Arrays.stream(verbs.split(",")).map(Verb::valueOf).collect(Collectors.toSet()),
                cells.stream().map(Who::valueOf).collect(Collectors.toSet()));
    }
}
