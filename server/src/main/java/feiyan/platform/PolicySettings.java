package feiyan.platform;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that a county may decide, read from {@link Policy} itself: a new setting is in the list by being there. */
public final class PolicySettings {

    private static final List<Setting<?>> ALL = Arrays.stream(Policy.class.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class)
            .<Setting<?>>map(PolicySettings::value)
            .toList();

    private PolicySettings() {}

    /** In the order in which they are written down. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    public static Optional<Setting<?>> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static Setting<?> value(Field field) {
        try {
            return (Setting<?>) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
