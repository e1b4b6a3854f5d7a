package feiyan.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/**
 * Why the server cannot start, for the person at the console: one line that says what is the case and what to do, no
 * stack trace. The sentence is {@code start.<code>} of the bundle {@code messages/start}.
 */
public final class StartFailure extends RuntimeException implements ExitCodeGenerator {

    private static final int EXIT_CODE = 2;

    private final String code;
    private final transient List<Object> args;

    public StartFailure(String code, Object... args) {
        this(null, code, args);
    }

    public StartFailure(@Nullable Throwable cause, String code, Object... args) {
        super(code + " " + List.of(args), cause);
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    /** The line for the console, in the languages of the house. */
    public String line() {
        return ConsoleText.line("start." + code, args.toArray());
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
