package feiyan.messages.web;

import feiyan.messages.Notice;
import feiyan.messages.NoticeId;
import feiyan.messages.NoticeKind;
import feiyan.messages.Notices;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.Cursor;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody was told; their own and nobody else's. */
@RestController
@RequestMapping("/api/v1/messages")
class MessagesApi {

    private final Notices notices;
    private final NoticeWords words;

    MessagesApi(Notices notices, NoticeWords words) {
        this.notices = notices;
        this.words = words;
    }

    /**
     * @param order the order it concerns, where it concerns one
     * @param reason why, as the event's code
     */
    record Line(
            UUID id,
            NoticeKind kind,
            @Nullable UUID order,
            @Nullable UUID offer,
            @Nullable String reason,
            String sentence,
            Instant at,
            boolean unread) {}

    @Operation(summary = "What one was told, the latest first")
    @NeedsScope("messages:read")
    @GetMapping
    Slice<Line> list(Actor actor, Paging paging, Locale language) {
        var after = paging.cursor();
        var latest = notices.latest(actor, after == null ? null : new NoticeId(after.id(0)));
        return Slice.of(
                latest,
                Notices.PAGE,
                paging,
                notice -> Cursor.of(notice.id().value()),
                notice -> line(notice, language));
    }

    private Line line(Notice notice, Locale language) {
        var order = notice.order();
        var offer = notice.offer();
        return new Line(
                notice.id().value(),
                notice.kind(),
                order == null ? null : order.id().value(),
                offer == null ? null : offer.id().value(),
                notice.reason(),
                words.say(notice, language),
                notice.at(),
                notice.unread());
    }

    record Unread(int unread) {}

    @Operation(summary = "How many messages one has not looked at yet")
    @NeedsScope("messages:read")
    @GetMapping("/unread")
    Unread unread(Actor actor) {
        return new Unread(notices.unread(actor.county(), actor.person()));
    }

    record Read(UUID message) {}

    @Operation(summary = "Mark one message as read")
    @NeedsScope("messages:write")
    @PostMapping("/{id}/reading")
    Outcome<Read> read(Actor actor, @PathVariable NoticeId id) {
        return notices.read(actor, id).map(notice -> new Read(notice.id().value()));
    }

    /** @param upTo the latest that was in the list: what came in since stays unread */
    record UpTo(UUID upTo) {}

    record ReadAll(int read) {}

    @Operation(summary = "Mark all messages as read, up to one")
    @NeedsScope("messages:write")
    @PostMapping("/reading")
    Outcome<ReadAll> readAll(Actor actor, @RequestBody UpTo last) {
        return notices.readAll(actor, new NoticeId(last.upTo())).map(ReadAll::new);
    }
}
