package org.parley.capture.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.intake.Upload;
import org.parley.common.SellerId;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** Events in. */
final class Sending {

    private static final Set<Role> SENDERS = EnumSet.of(Role.INGEST);

    private final Capture capture;
    private final Clock clock;

    Sending(Capture capture, Clock clock) {
        this.capture = capture;
        this.clock = clock;
    }

    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Upload upload = upload(request);
        if (StreamedAnswer.isWanted(request, upload)) {
            new StreamedAnswer(request, response, capture.figures()).to(progress -> capture.intake().stream(upload, progress));
        } else {
            new LateAnswer(request, response, capture.figures()).when(capture.intake().take(upload));
        }
    }

    private Upload upload(HttpServletRequest request) throws IOException {
        SellerId seller = Refusals.seller(request, SENDERS);
        return new Upload(seller, clock.now(seller), Optional.ofNullable(request.getContentType()).orElse(""),
                Optional.ofNullable(request.getHeader("Content-Encoding")).orElse(""), request.getContentLengthLong(),
                request.getInputStream());
    }
}
