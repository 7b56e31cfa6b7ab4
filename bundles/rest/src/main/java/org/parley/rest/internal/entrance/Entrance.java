package org.parley.rest.internal.entrance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.parley.common.Fault;
import org.parley.rest.Callers;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.rest.internal.AtEnd;
import org.parley.rest.internal.metrics.OpenMetrics;
import org.parley.rest.internal.metrics.RequestFigures;
import org.parley.rest.internal.swap.Lane;
import org.parley.rest.internal.swap.Lanes.Way;
import org.parley.rest.internal.swap.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes, whatever serves it: it gets an id, waits if its module is being swapped, shows its key,
 * and is counted. It is a preprocessor and not a filter, since a filter runs when it was already decided which servlet
 * answers, which is too late for a swap, and only covers the servlets of its own context.
 */
@Component(service = Preprocessor.class)
public final class Entrance implements Preprocessor {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final Modules modules;
    private final Authentication authentication;
    private final RequestFigures figures;
    private final OpenMetrics openMetrics;
    private final RequestIds ids = new RequestIds();

    @Activate
    public Entrance(@Reference Modules modules, @Reference Authentication authentication, @Reference RequestFigures figures,
            @Reference OpenMetrics openMetrics) {
        this.modules = modules;
        this.authentication = authentication;
        this.figures = figures;
        this.openMetrics = openMetrics;
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        String id = ids.of(request);
        request.setAttribute(Callers.REQUEST_ID, id);
        HttpServletResponse response = new ProblemResponse((HttpServletResponse) plainResponse, id);
        response.setHeader(RequestIds.HEADER, id);

        Optional<Way> way = modules.lanes().forPath(path(request));
        long start = System.nanoTime();
        Optional<Lane.Passage> passage = Optional.empty();
        try {
            passage = way.map(found -> found.lane().enter(request.getMethod() + " " + request.getRequestURI() + " (" + id + ")"));
            serve(request, response, chain, way);
        } catch (Throwable failure) {
            fail(request, response, failure, id);
        } finally {
            Optional<Lane.Passage> taken = passage;
            new Departure(() -> {
                AtEnd.run(request);
                taken.ifPresent(Lane.Passage::leave);
                figures.count(way.map(Way::module).orElse("none"), request.getMethod(), response.getStatus(), System.nanoTime() - start);
            }).threadReturned(request);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Optional<Way> way)
            throws IOException, ServletException {
        if (!PublicPaths.contains(request.getRequestURI()) && !openMetrics.to(request)) {
            authentication.authenticate(request);
        }
        if (way.isPresent() && !way.get().leadsSomewhere()) {
            throw Fault.unavailable("module '" + way.get().module() + "' is not running; try again");
        }
        chain.doFilter(request, response);
    }

    /** Tells what failed; once the answer is on its way, only breaking it off tells its reader that it is no whole one. */
    private static void fail(HttpServletRequest request, HttpServletResponse response, Throwable failure, String id)
            throws IOException, ServletException {
        Problem problem = Problem.of(failure, id);
        if (problem.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.error("request {} failed: {} {}", id, request.getMethod(), request.getRequestURI(), failure);
        }
        if (response.isCommitted()) {
            if (failure instanceof IOException io) {
                throw io;
            }
            throw new ServletException("the answer was broken off", failure);
        }
        if (bringsBody(request)) {
            // Nobody read it, so the connection ends; its client must not send the next request into that.
            response.setHeader("Connection", "close");
        }
        Problems.write(response, problem);
    }

    private static boolean bringsBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getServletPath()).orElse("") + Optional.ofNullable(request.getPathInfo()).orElse("");
    }
}
