package feiyan.privacy;

import java.io.IOException;
import java.io.OutputStream;

/** A copy that is made and waits to be sent, as slowly as its reader reads; whoever got it closes it. */
public final class DataCopy implements AutoCloseable {

    private final Spool spool;
    private final Runnable released;

    DataCopy(Spool spool, Runnable released) {
        this.spool = spool;
        this.released = released;
    }

    public long size() {
        return spool.size();
    }

    public void sendTo(OutputStream reader) throws IOException {
        try (var bytes = spool.read()) {
            bytes.transferTo(reader);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            spool.discard();
        } finally {
            released.run();
        }
    }
}
