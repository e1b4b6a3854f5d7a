package feiyan.units;

import java.util.List;

/**
 * What is wrong with one line of an area file.
 *
 * @param line as a text editor counts, from 1; 0 where the file as a whole is meant
 * @param code a message key below {@code units.areas.mistake}
 */
public record AreaMistake(long line, String code, List<Object> args) {

    static AreaMistake at(long line, String code, Object... args) {
        return new AreaMistake(line, code, List.of(args));
    }
}
