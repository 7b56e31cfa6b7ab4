package org.parley.rest.internal.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DepartureTest {

    private final AtomicInteger departed = new AtomicInteger();
    private final Departure departure = new Departure(departed::incrementAndGet);
    private final List<AsyncListener> listeners = new ArrayList<>();

    /** An asynchronous request that only knows its listeners. */
    private final AsyncContext async = proxy(AsyncContext.class, (method, arguments) -> {
        if (method.equals("addListener")) {
            listeners.add((AsyncListener) arguments[0]);
        }
        return null;
    });

    private interface Behaviour {
        Object call(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }

    private HttpServletRequest request(boolean started, boolean endedMeanwhile) {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isAsyncStarted" -> started;
            case "getAsyncContext" -> {
                if (endedMeanwhile) {
                    throw new IllegalStateException("ended");
                }
                yield async;
            }
            default -> null;
        });
    }

    @Test
    void aPlainRequestIsOverWhenItsThreadReturns() {
        departure.threadReturned(request(false, false));
        assertThat(departed).hasValue(1);
    }

    @Test
    void anAsynchronousOneIsOverWhenItCompletes() throws Exception {
        departure.threadReturned(request(true, false));
        assertThat(departed).hasValue(0);
        AsyncEvent event = new AsyncEvent(async);
        listeners.get(0).onTimeout(event);
        listeners.get(0).onError(event);
        assertThat(departed).hasValue(0);
        listeners.get(0).onComplete(event);
        listeners.get(0).onComplete(event);
        assertThat(departed).hasValue(1);
    }

    @Test
    void oneThatStartsAgainIsStillFollowed() throws Exception {
        departure.threadReturned(request(true, false));
        listeners.get(0).onStartAsync(new AsyncEvent(async));
        assertThat(listeners).hasSize(2);
        listeners.get(1).onComplete(new AsyncEvent(async));
        assertThat(departed).hasValue(1);
    }

    @Test
    void oneThatEndedMeanwhileIsOver() {
        departure.threadReturned(request(true, true));
        assertThat(departed).hasValue(1);
    }
}
