package feiyan.dispatch;

import feiyan.platform.Policy;
import feiyan.platform.Setting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a county may weigh anew, in the order in which it is worth thinking about. */
public enum Weight {
    WAY(Policy.WEIGHT_WAY, 0),
    RECENT(Policy.WEIGHT_RECENT, 10),
    AGAIN(Policy.WEIGHT_AGAIN, 1),
    REGULAR(Policy.WEIGHT_REGULAR, 1),
    NAMED(Policy.WEIGHT_NAMED, 1),
    RATING(Policy.WEIGHT_RATING, 50),
    RESPONSE(Policy.WEIGHT_RESPONSE, 30),
    OPEN_SEAT(Policy.WEIGHT_OPEN_SEAT, 1),
    OPEN_SEAT_URGENT(Policy.WEIGHT_OPEN_SEAT_URGENT, 1);

    private final Setting<Integer> setting;
    private final int inExample;

    Weight(Setting<Integer> setting, int inExample) {
        this.setting = setting;
        this.inExample = inExample;
    }

    public Setting<Integer> setting() {
        return setting;
    }

    public int least() {
        return Objects.requireNonNull(setting.least());
    }

    public int most() {
        return Objects.requireNonNull(setting.most());
    }

    /** How often it stands in the example that explains it: ten hours served lately, half a star, three in ten. */
    public int inExample() {
        return inExample;
    }

    /** As a form names it. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Weight> ofKey(String key) {
        return Arrays.stream(values())
                .filter(weight -> weight.setting.key().equals(key))
                .findFirst();
    }
}
