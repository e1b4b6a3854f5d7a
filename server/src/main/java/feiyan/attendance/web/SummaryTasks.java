package feiyan.attendance.web;

import feiyan.attendance.Summaries;
import feiyan.dispatch.LeaderTasks;
import feiyan.units.Actor;
import feiyan.web.Times;
import java.util.List;
import org.springframework.stereotype.Component;

/** A service that nobody has told of yet is something to do for who led it. */
@Component
class SummaryTasks implements LeaderTasks {

    private final Summaries summaries;
    private final Times times;

    SummaryTasks(Summaries summaries, Times times) {
        this.summaries = summaries;
        this.times = times;
    }

    @Override
    public List<Task> of(Actor leader) {
        return summaries.missing(leader).stream()
                .map(offer -> new Task(
                        "attendance.summary.missing",
                        List.of(offer.service(), times.day(offer.proposed().from())),
                        "/offers/%s/summary".formatted(offer.id().value())))
                .toList();
    }
}
