package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.Corrections;
import feiyan.attendance.MissReason;
import feiyan.attendance.Reason;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The word of the leader, or of the unit, for one who serves: here, gone, not come, put right. */
@Controller
class SeatRollPage {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String VIEW = "attendance/seat";

    private final Attendance attendance;
    private final Corrections corrections;
    private final Seats seats;
    private final SeatModel model;

    SeatRollPage(Attendance attendance, Corrections corrections, Seats seats, SeatModel model) {
        this.attendance = attendance;
        this.corrections = corrections;
        this.seats = seats;
        this.model = model;
    }

    @GetMapping("/seats/{id}/roll")
    ModelAndView show(Actor actor, @PathVariable SeatId id) {
        return new ModelAndView(VIEW, model.of(actor, id));
    }

    /** For somebody at the door without a code. */
    @PostMapping("/seats/{id}/confirmation")
    ModelAndView confirm(
            Actor actor, @PathVariable SeatId id, @RequestParam Reason reason, RedirectAttributes redirect) {
        return Back.to(model.list(actor, id), attendance.confirm(actor, id, reason), "attendance.confirmed", redirect);
    }

    @PostMapping("/seats/{id}/absence")
    ModelAndView miss(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam(defaultValue = "NO_WORD") MissReason reason,
            RedirectAttributes redirect) {
        var list = model.list(actor, id);
        return Back.to(list, seats.miss(actor, id, reason.code()), "attendance.missed", redirect);
    }

    /** For when somebody left. */
    @PostMapping("/seats/{id}/settlement")
    ModelAndView settle(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam String left,
            @RequestParam(defaultValue = "FORGOTTEN") Reason reason,
            RedirectAttributes redirect) {
        var settled = moment(left)
                .map(at -> attendance.settle(actor, id, at, reason))
                .orElseGet(() -> Outcome.refused("attendance.not_between"));
        return beside("left", actor, id, settled, "attendance.settled", redirect);
    }

    /** The two moments put right; minutes follow from them. */
    @PostMapping("/seats/{id}/corrections")
    ModelAndView correct(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam int seen,
            @RequestParam String in,
            @RequestParam String out,
            @RequestParam Reason reason,
            RedirectAttributes redirect) {
        var corrected = moment(in)
                .flatMap(came -> moment(out).map(gone -> corrections.correct(actor, id, seen, came, gone, reason)))
                .orElseGet(() -> Outcome.refused("attendance.not_between"));
        return beside("out", actor, id, corrected, "attendance.corrected", redirect);
    }

    /** A moment that cannot be is a slip of the pen: the same page, with the mistake beside the field. */
    private ModelAndView beside(
            String field, Actor actor, SeatId id, Outcome<SeatId> outcome, String done, RedirectAttributes redirect) {
        if (outcome instanceof Outcome.Refused<SeatId>(var why)
                && (why.code().equals("attendance.not_between") || why.code().equals("attendance.too_long"))) {
            var mistakes = new Mistakes().add(field, "refusal." + why.code() + ".next");
            return Pages.again(VIEW, mistakes, model.of(actor, id));
        }
        if (outcome instanceof Outcome.Refused<SeatId>(var why)) {
            return Pages.refused(why, "/seats/%s/roll".formatted(id.value()));
        }
        Notice.done(done).on(redirect);
        return Pages.next(model.list(actor, id));
    }

    private static Optional<Instant> moment(String local) {
        try {
            return Optional.of(LocalDateTime.parse(local.strip()).atZone(CHINA).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
