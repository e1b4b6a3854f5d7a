package feiyan.platform;

import java.util.List;

/** A module's word to the person who started the server, printed below the address once everything is up. */
@FunctionalInterface
public interface StartLine {

    /** Each line as it is to be printed; {@code address} is where the server answers, without a slash at the end. */
    List<String> lines(String address);
}
