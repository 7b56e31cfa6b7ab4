package org.parley.rest.internal.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Refuses a JSON body of more than 16 MiB, by its announced length or as soon as that much was read. */
@Component(service = ContainerRequestFilter.class)
@JakartarsExtension
@PreMatching
public final class BodyLimit implements ContainerRequestFilter {

    static final long MAX_BYTES = 16L * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!JsonBody.isJson(request.getMediaType())) {
            return;
        }
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), MAX_BYTES));
    }

    private static InvalidInput tooLarge() {
        return new InvalidInput(ErrorCode.TOO_LARGE, "", "a JSON body has at most " + MAX_BYTES + " bytes; send less at a time");
    }

    static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                took(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            took(Math.max(count, 0));
            return count;
        }

        private void took(int count) {
            left -= count;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
