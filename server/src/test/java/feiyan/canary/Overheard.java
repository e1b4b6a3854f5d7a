package feiyan.canary;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** An answer that is sent as it is written, and kept beside it to be read. */
class Overheard extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    Overheard(HttpServletResponse response) {
        super(response);
    }

    /** The body as it was sent, and the headers beside it. */
    synchronized String sent() {
        if (writer != null) {
            writer.flush();
        }
        var all = new StringBuilder(Spellings.asSent(kept.toByteArray()));
        getHeaderNames()
                .forEach(name -> getHeaders(name)
                        .forEach(value ->
                                all.append('\n').append(name).append(": ").append(value)));
        return all.toString();
    }

    @Override
    public synchronized ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Both(super.getOutputStream(), kept);
        }
        return stream;
    }

    @Override
    public synchronized PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer =
                    new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        kept.reset();
    }

    @Override
    public void reset() {
        super.reset();
        kept.reset();
    }

    private static final class Both extends ServletOutputStream {

        private final ServletOutputStream to;
        private final ByteArrayOutputStream kept;

        Both(ServletOutputStream to, ByteArrayOutputStream kept) {
            this.to = to;
            this.kept = kept;
        }

        @Override
        public void write(int sign) throws IOException {
            to.write(sign);
            kept.write(sign);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            kept.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }

        @Override
        public boolean isReady() {
            return to.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
