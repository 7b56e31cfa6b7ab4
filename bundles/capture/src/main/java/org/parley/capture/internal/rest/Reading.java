package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.journal.RejectsQuery;
import org.parley.capture.internal.journal.StoredEvent;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.seller.api.Role;

/** Events out: one by its identity, or a page of the timeline. */
final class Reading {

    private static final Set<Role> READERS = EnumSet.of(Role.ANALYST, Role.STAFF);

    private final Capture capture;

    Reading(Capture capture) {
        this.capture = capture;
    }

    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SellerId seller = Refusals.seller(request, READERS);
        Parameters parameters = new Parameters(request.getParameterMap());
        JsonBytes.Writing answer = parameters.event().map(wanted -> one(seller, wanted.source(), wanted.id()))
                .or(() -> parameters.rejects(seller).map(this::rejected)).orElseGet(() -> page(seller, parameters));
        response.setContentType("application/json");
        try (JsonGenerator out = Json.FACTORY.createGenerator(response.getOutputStream())) {
            answer.to(out);
        }
    }

    private JsonBytes.Writing one(SellerId seller, String source, String id) {
        Optional<StoredEvent> event = capture.journal().find(seller, source, id);
        if (event.isPresent()) {
            long counted = capture.journal().readers().countedUpTo();
            return out -> EventItemJson.write(out, event.get(), counted);
        }
        return capture.rejects().find(seller, source, id)
                .<JsonBytes.Writing>map(rejected -> out -> EventItemJson.write(out, rejected))
                .orElseThrow(() -> StateConflict.absent("event", id));
    }

    private JsonBytes.Writing page(SellerId seller, Parameters parameters) {
        Page<StoredEvent> page = capture.history().page(parameters.timeline(seller));
        long counted = capture.journal().readers().countedUpTo();
        return page(page, (out, event) -> EventItemJson.write(out, event, counted));
    }

    private JsonBytes.Writing rejected(RejectsQuery query) {
        return page(capture.rejects().page(query), EventItemJson::write);
    }

    private interface ItemWriting<T> {
        void to(JsonGenerator out, T item) throws IOException;
    }

    private static <T> JsonBytes.Writing page(Page<T> page, ItemWriting<T> each) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (T item : page.items()) {
                each.to(out, item);
            }
            out.writeEndArray();
            out.writeStringField("next", page.next().orElse(null));
            out.writeEndObject();
        };
    }
}
