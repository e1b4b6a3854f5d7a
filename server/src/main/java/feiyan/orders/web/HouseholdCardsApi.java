package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.orders.HouseholdCard;
import feiyan.orders.HouseholdCards;
import feiyan.orders.OrderId;
import feiyan.orders.RatingSheets;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.DecidedAnew;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paper for households without a telephone: the card at the door, the sheet for a rating. */
@RestController
@RequestMapping(ApiPath.V1)
@Tag(name = "paper")
@NeedsScope("desk:write")
class HouseholdCardsApi {

    private final HouseholdCards cards;
    private final RatingSheets sheets;

    HouseholdCardsApi(HouseholdCards cards, RatingSheets sheets) {
        this.cards = cards;
        this.sheets = sheets;
    }

    /** @param version the number of the card; 0 where there is none yet */
    record CardJson(
            UUID person,
            String name,
            UUID station,
            int version,
            @Nullable Instant issuedAt,
            int prints,
            @Nullable Instant printedAt)
            implements Versioned {

        static CardJson of(HouseholdCard card) {
            return new CardJson(
                    card.person().value(),
                    card.name(),
                    card.station().value(),
                    card.number(),
                    card.issuedAt(),
                    card.prints(),
                    card.printedAt());
        }
    }

    record CardNow(UUID person, int version) {}

    record CodeJson(String code) {}

    record SheetJson(String path, @Nullable UUID project, UUID unit, Instant day) {}

    @GetMapping("/household-cards/{person}")
    @NeedsScope("desk:read")
    @Operation(
            summary = "The card of a household",
            description = "For staff in whose subtree it lives; never its digits.")
    Optional<CardJson> card(Actor actor, @PathVariable PersonId person) {
        return cards.of(actor, person).map(CardJson::of);
    }

    @PostMapping("/household-cards/{person}")
    @Operation(
            summary = "Makes a new card",
            description = "The digits of the one before let nobody in any more. If-Match names its number, 0 for none.")
    Outcome<CardNow> issue(Actor actor, @PathVariable PersonId person, @IfMatch int version) {
        return cards.issue(actor, person, version)
                .map(card -> new CardNow(card.person().value(), card.number()));
    }

    @PostMapping("/household-cards/{person}/prints")
    @NeedsScope("contacts:read")
    @DecidedAnew
    @Operation(summary = "The digits, for printing", description = "Who had them in hand is written into the audit.")
    Outcome<CodeJson> print(Actor actor, @PathVariable PersonId person) {
        return cards.print(actor, person).map(CodeJson::new);
    }

    @PostMapping("/orders/{id}/rating-sheet")
    @NeedsScope("contacts:read")
    @DecidedAnew
    @Operation(
            summary = "What a rating sheet of paper says",
            description = "With the requester's link; who had it in hand is written into the audit.")
    Outcome<SheetJson> sheet(Actor actor, @PathVariable OrderId id) {
        return sheets.print(actor, id)
                .map(sheet -> new SheetJson(
                        sheet.path(),
                        sheet.project() == null ? null : sheet.project().value(),
                        sheet.unit().value(),
                        sheet.day()));
    }
}
