package org.parley.rest.internal.entrance;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does once what is to be done when a request is over, be it when its thread returns or, if it goes on without, later. */
final class Departure implements AsyncListener {

    private final Runnable work;
    private final AtomicBoolean done = new AtomicBoolean();

    Departure(Runnable work) {
        this.work = work;
    }

    /** To be called when the request's thread returns. */
    void threadReturned(HttpServletRequest request) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(this);
                return;
            }
        } catch (IllegalStateException e) {
            // It ended between the two calls.
        }
        depart();
    }

    private void depart() {
        if (done.compareAndSet(false, true)) {
            work.run();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        depart();
    }

    /** A time-out or an error is followed by the completion, or by a dispatch that ends the request. */
    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    /** Starting again drops the listeners, so this one has to be added once more. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
