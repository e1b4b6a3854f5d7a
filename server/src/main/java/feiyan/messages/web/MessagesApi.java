package feiyan.messages.web;

import feiyan.messages.Notice;
import feiyan.messages.NoticeId;
import feiyan.messages.NoticeKind;
import feiyan.messages.Notices;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
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
@RequestMapping(ApiPath.V1 + "/messages")
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
    record MessageLine(
            UUID id,
            NoticeKind kind,
            @Nullable UUID order,
            @Nullable UUID offer,
            @Nullable String reason,
            String sentence,
            Instant at,
            boolean unread) {}

    @Operation(
            summary = "What one was told, the latest first",
            description = "One's own and nobody else's, each as a sentence in the language of Accept-Language.")
    @NeedsScope("messages:read")
    @GetMapping
    Slice<MessageLine> list(Actor actor, Paging paging, Locale language) {
        var after = paging.cursor();
        var latest = notices.latest(actor, after == null ? null : new NoticeId(after.id(0)));
        return Slice.of(
                latest,
                Notices.PAGE,
                paging,
                notice -> Cursor.of(notice.id().value()),
                notice -> line(notice, language));
    }

    private MessageLine line(Notice notice, Locale language) {
        var order = notice.order();
        var offer = notice.offer();
        return new MessageLine(
                notice.id().value(),
                notice.kind(),
                order == null ? null : order.id().value(),
                offer == null ? null : offer.id().value(),
                notice.reason(),
                words.say(notice, language),
                notice.at(),
                notice.unread());
    }

    record UnreadCount(int unread) {}

    @Operation(summary = "How many messages one has not looked at yet", description = "One's own.")
    @NeedsScope("messages:read")
    @GetMapping("/unread")
    UnreadCount unread(Actor actor) {
        return new UnreadCount(notices.unread(actor.county(), actor.person()));
    }

    record MessageRead(UUID message) {}

    @Operation(summary = "Mark one message as read", description = "Whether or not it was read before.")
    @NeedsScope("messages:write")
    @PostMapping("/{id}/reading")
    Outcome<MessageRead> read(Actor actor, @PathVariable NoticeId id) {
        return notices.read(actor, id).map(notice -> new MessageRead(notice.id().value()));
    }

    /** @param upTo the latest that was in the list: what came in since stays unread */
    record ReadUpTo(UUID upTo) {}

    record MessagesRead(int read) {}

    @Operation(summary = "Mark all messages as read, up to one", description = "What came in after it stays unread.")
    @NeedsScope("messages:write")
    @PostMapping("/reading")
    Outcome<MessagesRead> readAll(Actor actor, @RequestBody ReadUpTo last) {
        return notices.readAll(actor, new NoticeId(last.upTo())).map(MessagesRead::new);
    }
}
