package feiyan.attendance.web;

import feiyan.accounts.Persons;
import feiyan.attendance.Summaries;
import feiyan.attendance.Summary;
import feiyan.dispatch.OfferId;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** After the service: what it was like, and what others may learn from it. */
@RestController
@RequestMapping(ApiPath.V1)
class SummariesApi {

    private final Summaries summaries;
    private final OrderBook orders;
    private final Persons names;

    SummariesApi(Summaries summaries, OrderBook orders, Persons names) {
        this.summaries = summaries;
        this.orders = orders;
        this.names = names;
    }

    record SummaryWords(String words, @Nullable String experience) {

        String learned() {
            return Objects.requireNonNullElse(experience, "");
        }
    }

    record SummaryWritten(UUID offer) {}

    @Operation(
            summary = "Tell what a service was like; once, by whoever led it",
            description = "By the team's leader, or by who was asked in person, once the service is over.")
    @NeedsScope("services:write")
    @PostMapping("/offers/{id}/summary")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<SummaryWritten> write(Actor leader, @PathVariable OfferId id, @RequestBody SummaryWords words) {
        Unprocessable.ifAny(SummaryPage.mistakes(words.words(), words.learned()));
        return summaries
                .write(leader, id, words.words(), words.learned())
                .map(offer -> new SummaryWritten(offer.value()));
    }

    /** @param by who told it; null where that person was erased */
    record SummaryTold(
            String words,
            @Nullable String experience,
            @Nullable String by,
            Instant at) {}

    @Operation(
            summary = "What those who served an order told of it",
            description = "For whoever served and for the units on the path; of a confidential order for its "
                    + "handlers alone.")
    @NeedsScope("orders:read")
    @GetMapping("/orders/{id}/summaries")
    Optional<List<SummaryTold>> list(Actor reader, @PathVariable OrderId id) {
        return orders.find(reader, id).map(order -> told(reader, summaries.of(reader, order)));
    }

    private List<SummaryTold> told(Actor reader, List<Summary> summaries) {
        var by = names.names(
                reader.county(), summaries.stream().map(Summary::by).distinct().toList());
        return summaries.stream()
                .map(told -> new SummaryTold(told.words(), told.experience(), by.get(told.by()), told.at()))
                .toList();
    }
}
