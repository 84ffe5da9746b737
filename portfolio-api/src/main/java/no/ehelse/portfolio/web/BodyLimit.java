package no.ehelse.portfolio.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the reading of a body that is larger than any that makes sense, whether its size is announced or not; and does not
 * begin with one that is packed, because what it unpacks to has no bounds.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class BodyLimit extends OncePerRequestFilter {

    private static final long MEBIBYTE = 1024L * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isImport = request.getRequestURI().endsWith("/import");
        chain.doFilter(new Limited(request, isImport ? RequestLimits.IMPORT_BODY : RequestLimits.JSON_BODY), response);
    }

    private static ProblemException tooLarge(long limit) {
        return new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE,
                "The body is larger than " + limit / MEBIBYTE + " MiB.");
    }

    private static ProblemException packed() {
        return new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "A body is taken as it is, without a Content-Encoding.").with(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    /** A request whose body is read up to the limit only. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        private Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            for (String coding : Collections.list(getHeaders(HttpHeaders.CONTENT_ENCODING))) {
                if (!coding.equalsIgnoreCase("identity")) {
                    throw packed();
                }
            }
            if (getContentLengthLong() > limit) {
                throw tooLarge(limit);
            }
            return new LimitedStream(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    /** Counts what is read. */
    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long count;

        private LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            if (next >= 0) {
                counted(1);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            if (read > 0) {
                counted(read);
            }
            return read;
        }

        private void counted(int more) {
            count += more;
            if (count > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
