package feiyan.orders.web;

import feiyan.orders.Rating;
import org.jspecify.annotations.Nullable;

/** What the requester says, or said, of a service. */
record RatingJson(
        boolean solved,
        @Nullable Integer timeliness,
        @Nullable Integer attitude,
        @Nullable Integer quality,
        @Nullable String words) {

    static RatingJson of(Rating rating) {
        return new RatingJson(
                rating.solved(), rating.timeliness(), rating.attitude(), rating.quality(), rating.words());
    }

    Rating by(Rating.How how) {
        return new Rating(solved, timeliness, attitude, quality, words, how);
    }
}
