package feiyan.bench.dispatch;

import feiyan.dispatch.engine.Skills;
import java.util.regex.Pattern;

/** One line, field by field in the order of its columns; each is read by what it must be. */
final class Row {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,12})?([eE]-?[0-9]{1,2})?");

    /** What is wrong with it. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    private final String[] names;
    private final String[] fields;
    private int at = -1;

    private Row(String[] names, String[] fields) {
        this.names = names;
        this.fields = fields;
    }

    static Row of(String line, String header) {
        var names = header.split(",", -1);
        var fields = line.split(",", -1);
        if (fields.length != names.length) {
            throw new Malformed("%d fields instead of %d".formatted(fields.length, names.length));
        }
        return new Row(names, fields);
    }

    String text() {
        return fields[++at];
    }

    long number(long least, long most) {
        var text = text();
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong("a whole number from %d to %d".formatted(least, most));
    }

    int integer(int least, int most) {
        return (int) number(least, most);
    }

    /** A number, or {@code otherwise} where the field is empty. */
    long numberOr(long otherwise, long most) {
        if (fields[at + 1].isEmpty()) {
            at++;
            return otherwise;
        }
        return number(0, most);
    }

    float metres(double least, double most) {
        var text = text();
        if (DECIMAL.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return (float) number;
            }
        }
        throw wrong("metres from %.0f to %.0f".formatted(least, most));
    }

    Skills skills() {
        var text = text();
        var skills = Skills.NONE;
        if (text.isEmpty()) {
            return skills;
        }
        for (var one : text.split(";", -1)) {
            if (!one.matches("[0-9]{1,3}") || Integer.parseInt(one) >= Skills.MOST) {
                throw wrong("numbers from 0 to %d between semicolons".formatted(Skills.MOST - 1));
            }
            skills = skills.and(Integer.parseInt(one));
        }
        return skills;
    }

    Malformed wrong(String wanted) {
        return new Malformed("%s must be %s, not \"%s\"".formatted(names[at], wanted, fields[at]));
    }
}
