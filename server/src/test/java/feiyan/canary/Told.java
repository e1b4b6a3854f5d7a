package feiyan.canary;

import feiyan.canary.Canary.Kind;
import feiyan.cast.Village;
import feiyan.orders.Channel;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.MediaId;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.Pictures;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A need as it is told: with a photo, a voice, and a canary in all that is said of it then and later. */
record Told(FieldWorld world, Turn turn, boolean secret) {

    /** An order that was placed, and what hangs on it: the photo first. */
    record Placed(OrderId order, List<MediaId> media) {}

    Placed place() {
        var drafts = world.village.the(Drafts.class);
        var files = world.village.the(DraftMedia.class);
        var draft = drafts.begin(requester(), DraftText.begun(false, DraftText.Where.NOTHING), null)
                .orThrow()
                .id();
        var photo = files.addPhoto(requester(), draft, noise()).orThrow();
        var voice = files.setVoice(requester(), draft, ("OggS " + word("voice")).getBytes(StandardCharsets.US_ASCII))
                .orThrow();
        int seen = drafts.find(requester(), draft).orElseThrow().version();
        var order = drafts.send(requester(), draft, seen, text -> Outcome.done(new Drafts.Ready(need(), null)))
                .orThrow();
        return new Placed(order, List.of(photo, voice));
    }

    private NewOrder need() {
        return new NewOrder(
                requester().person(),
                Channel.PHONE_PAGE,
                world.village.station,
                secret ? world.confidential : world.open,
                word("need"),
                word("recipient"),
                world.aviary.phone(canary("contact phone")),
                word("address"),
                Village.SQUARE,
                window(),
                false,
                null,
                null);
    }

    /** No two photos have a piece in common. */
    private static byte[] noise() {
        var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var random = new Random();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return Pictures.jpeg(picture);
    }

    Canary canary(String field) {
        return new Canary(field, secret ? Kind.CONFIDENTIAL : Kind.OPEN, turn);
    }

    String word(String field) {
        return world.aviary.word(canary(field));
    }

    Actor requester() {
        return world.who("requester");
    }

    Instant begins() {
        return FieldWorld.begins(turn, secret);
    }

    /** What is still to come was arranged this morning. */
    Instant when() {
        return begins().isBefore(FieldWorld.NOW)
                ? begins().minus(Duration.ofDays(2))
                : FieldWorld.NOW.minus(Duration.ofMinutes(90));
    }

    Slot window() {
        return new Slot(begins(), begins().plus(Duration.ofDays(2)));
    }
}
