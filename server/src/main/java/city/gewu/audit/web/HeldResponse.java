package city.gewu.audit.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An answer that does not leave before it is released. Its body, a redirect and an error wait in
/// memory, and a flush does nothing, so the container cannot commit it: status and headers stay
/// open to change too. Answers to reading requests are held only when they are refusals, which are
/// short; everything else streams through.
final class HeldResponse extends HttpServletResponseWrapper {

    private final boolean always;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Ending ending;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    /// What ends the answer instead of a body.
    private sealed interface Ending {}

    private record Failed(int status, @Nullable String message) implements Ending {}

    private record Redirected(String location, int status, boolean clear) implements Ending {}

    HeldResponse(HttpServletResponse response, boolean always) {
        super(response);
        this.always = always;
    }

    static boolean isRefusal(int status) {
        return status == SC_UNAUTHORIZED || status == SC_FORBIDDEN;
    }

    private boolean holding() {
        return always || isRefusal(getStatus());
    }

    /// Lets the answer go.
    void release() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (body.size() > 0) {
            body.writeTo(getResponse().getOutputStream());
            body.reset();
        }
        switch (ending) {
            case null -> {}
            case Failed(int status, var message) when message == null -> super.sendError(status);
            case Failed(int status, var message) -> super.sendError(status, message);
            case Redirected(var location, int status, boolean clear) ->
                    super.sendRedirect(location, status, clear);
        }
    }

    /// Forgets the answer, so that another can be given.
    void forget() {
        ending = null;
        reset();
    }

    @Override
    public int getStatus() {
        return switch (ending) {
            case null -> super.getStatus();
            case Failed(int status, _) -> status;
            case Redirected(_, int status, _) -> status;
        };
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (always || isRefusal(status)) {
            body.reset();
            ending = new Failed(status, message);
        } else if (message == null) {
            super.sendError(status);
        } else {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clear) throws IOException {
        if (always) {
            ending = new Redirected(location, status, clear);
        } else {
            super.sendRedirect(location, status, clear);
        }
    }

    @Override
    public boolean isCommitted() {
        return super.isCommitted() || ending != null;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!holding()) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        body.reset();
    }

    @Override
    public void reset() {
        super.reset();
        body.reset();
        stream = null;
        writer = null;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Holding(getResponse().getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            var name = getCharacterEncoding();
            var charset = name == null ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
        }
        return writer;
    }

    private final class Holding extends ServletOutputStream {

        private final ServletOutputStream open;

        Holding(ServletOutputStream open) {
            this.open = open;
        }

        @Override
        public void write(int b) throws IOException {
            if (holding()) {
                body.write(b);
            } else {
                open.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (holding()) {
                body.write(bytes, offset, length);
            } else {
                open.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!holding()) {
                open.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!holding()) {
                open.close();
            }
        }

        @Override
        public boolean isReady() {
            return open.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            open.setWriteListener(listener);
        }
    }
}
