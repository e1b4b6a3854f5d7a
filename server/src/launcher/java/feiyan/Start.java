package feiyan;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Readable by older Javas (compiled for 17), so that one of them is told what is wrong instead of a stack trace. */
public final class Start {

    private static final int NEEDED = 25;

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int version = Runtime.version().feature();
        if (version < NEEDED) {
            System.err.println(line(Locale.SIMPLIFIED_CHINESE, version) + "  |  " + line(Locale.ENGLISH, version));
            System.exit(2);
        }
        Class.forName("feiyan.Feiyan").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static String line(Locale language, int version) {
        String text = ResourceBundle.getBundle("messages.start", language).getString("start.jdk_too_old");
        return new MessageFormat(text, Locale.ROOT).format(new Object[] {NEEDED, version});
    }
}
