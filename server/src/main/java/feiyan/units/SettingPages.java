package feiyan.units;

import feiyan.platform.Setting;
import java.util.Optional;

/** A module's own page for settings of its own: decided together, or seen at work before they hold. */
public interface SettingPages {

    /** Where this one is decided; empty where it is none of the module's. */
    Optional<String> pathOf(Setting<?> setting);
}
