package feiyan.orders.web;

import feiyan.orders.DraftMedia;
import feiyan.orders.MediaId;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos and voice as a form sends them; what cannot be taken is a mistake beside its field. */
@Component
class SentMedia {

    private final DraftMedia media;

    SentMedia(DraftMedia media) {
        this.media = media;
    }

    Mistakes add(Actor actor, OrderId draft, @Nullable List<MultipartFile> photos, @Nullable MultipartFile voice) {
        var mistakes = new Mistakes();
        if (photos != null) {
            photos.forEach(photo -> add(mistakes, "photo", photo, bytes -> media.addPhoto(actor, draft, bytes)));
        }
        if (voice != null) {
            add(mistakes, "voice", voice, bytes -> media.setVoice(actor, draft, bytes));
        }
        return mistakes;
    }

    boolean isSpoken(Actor actor, OrderId draft) {
        return media.of(actor, draft).stream().anyMatch(medium -> !medium.isPhoto());
    }

    private static void add(
            Mistakes mistakes, String field, MultipartFile file, Function<byte[], Outcome<MediaId>> door) {
        if (file.isEmpty()) {
            return;
        }
        if (door.apply(bytes(file)) instanceof Outcome.Refused<MediaId>(var refusal)) {
            mistakes.add(field, "refusal." + refusal.code(), refusal.args().toArray());
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }
}
