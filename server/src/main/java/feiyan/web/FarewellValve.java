package feiyan.web;

import feiyan.platform.Closing;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells whoever asks while the server is closing to come by another connection the next time. Without it a client would
 * send its next request on a connection that is about to end, and could not know whether that was still done.
 */
final class FarewellValve extends ValveBase {

    private final Closing closing;
    private volatile long lastAsked;

    FarewellValve(Closing closing) {
        super(true);
        this.closing = closing;
        this.lastAsked = System.nanoTime();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        lastAsked = System.nanoTime();
        if (closing.begun()) {
            response.setHeader("Connection", "close");
        }
        getNext().invoke(request, response);
    }

    /** When somebody last asked for something, by {@link System#nanoTime}. */
    long lastAsked() {
        return lastAsked;
    }
}
