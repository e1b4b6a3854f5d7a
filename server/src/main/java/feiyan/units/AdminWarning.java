package feiyan.units;

import feiyan.platform.CountyId;
import java.util.List;
import java.util.Optional;

/** Something that a module above wants a county's administrators to see to, on the page where they begin. */
public interface AdminWarning {

    Optional<Warning> of(CountyId county);

    /**
     * @param key what is the case, as a message; {@code <key>.next} says what to do
     * @param path the page on which the center's administrator does it
     */
    record Warning(String key, List<Object> args, String path) {}
}
