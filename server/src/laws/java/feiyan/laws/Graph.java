package feiyan.laws;

import java.util.Arrays;
import java.util.List;

/**
 * The graphs as the domain's description has them, written down a second time: nothing here is read from the product.
 */
public final class Graph {

    private static final String ORDER = """
            place            NEW                          SUBMITTED
            group            NEW                          APPROVED
            ask_back         SUBMITTED,APPROVED           RETURNED
            answer           RETURNED                     SUBMITTED
            lapse            RETURNED                     CANCELLED
            escalate         SUBMITTED,APPROVED           SUBMITTED
            hand_down        SUBMITTED,APPROVED           SUBMITTED
            approve          SUBMITTED                    APPROVED
            refuse           SUBMITTED,RETURNED,APPROVED  REFUSED
            appeal_upheld    REFUSED                      SUBMITTED
            resolve          SUBMITTED,APPROVED           SERVED
            merge            SUBMITTED,APPROVED           MERGED
            split            MERGED                       SUBMITTED
            served_by_group  MERGED                       SERVED
            offer            APPROVED,OFFERED             OFFERED
            run_dry          OFFERED                      APPROVED
            confirm          OFFERED                      ACCEPTED
            reschedule       ACCEPTED                     ACCEPTED
            reseat           ACCEPTED                     ACCEPTED
            give_back        ACCEPTED                     APPROVED
            no_show          ACCEPTED                     APPROVED
            start            ACCEPTED                     IN_SERVICE
            finish           IN_SERVICE                   SERVED
            break_off        IN_SERVICE                   APPROVED
            cancel           SUBMITTED,RETURNED,APPROVED,OFFERED,ACCEPTED,MERGED,IN_SERVICE CANCELLED
            rate             SERVED,CLOSED                CLOSED
            close_unrated    SERVED                       CLOSED
            reopen           SERVED,CLOSED                SUBMITTED
            """;

    private static final String OFFER = """
            make      NEW       OPEN
            accept    OPEN      ACCEPTED
            decline   OPEN      DECLINED
            expire    OPEN      EXPIRED
            withdraw  OPEN      WITHDRAWN
            return    ACCEPTED  RETURNED
            """;

    private static final String SEAT = """
            take       NEW      TAKEN
            give_back  TAKEN    GIVEN_BACK
            release    TAKEN    RELEASED
            move       TAKEN    TAKEN
            miss       TAKEN    NO_SHOW
            check_in   TAKEN    PRESENT
            check_out  PRESENT  SERVED
            settle     PRESENT  SERVED
            """;

    private static final String COMPLAINT = """
            open    NEW            OPEN
            answer  OPEN           ANSWERED
            accept  ANSWERED       ACCEPTED
            raise   OPEN,ANSWERED  RAISED
            answer  RAISED         CLOSED
            uphold  OPEN,RAISED    CLOSED
            """;

    private static final String PROPOSAL = """
            make      NEW   OPEN
            accept    OPEN  ACCEPTED
            decline   OPEN  DECLINED
            withdraw  OPEN  WITHDRAWN
            overtake  OPEN  OVERTAKEN
            """;

    private Graph() {}

    /**
     * Something with a history of its own.
     *
     * @param key the column by which its events name it
     */
    public record Subject(String table, String key, List<String> arrows) {

        public String events() {
            return (table.equals("service_order") ? "order" : table) + "_event";
        }

        /** As rows of SQL, from, command and to. */
        public String values() {
            return String.join(
                    ", ", arrows.stream().map(arrow -> "(" + arrow + ")").toList());
        }
    }

    /** Drawn in the domain and nowhere gone: whoever says "not solved" rates first, and that closes it. */
    public static final List<String> NOBODY_GOES = List.of("service_order SERVED reopen SUBMITTED");

    /** So seldom gone that 200,000 commands may pass them by; each has tests of its own. */
    public static final List<String> SELDOM = List.of(
            "transition service_order CLOSED rate CLOSED",
            "transition complaint RAISED uphold CLOSED",
            "transition complaint OPEN raise RAISED");

    public static List<Subject> all() {
        return List.of(
                new Subject("service_order", "order_id", arrows(ORDER)),
                new Subject("offer", "offer_id", arrows(OFFER)),
                new Subject("seat", "seat_id", arrows(SEAT)),
                new Subject("complaint", "complaint_id", arrows(COMPLAINT)),
                new Subject("time_proposal", "proposal_id", arrows(PROPOSAL)));
    }

    private static List<String> arrows(String table) {
        return table.lines()
                .map(line -> line.strip().split(" +", -1))
                .flatMap(cells -> Arrays.stream(cells[1].split(",", -1))
                        .map(from -> "'%s', '%s', '%s'".formatted(from, cells[0], cells[2])))
                .toList();
    }
}
