package org.parley.rest.internal.entrance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.parley.common.Fault;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.rest.internal.health.StartUp;

/**
 * Stands before the entrance while the server starts. HTTP listens before all that answers is there, and who comes in
 * that moment must hear that it is worth coming again, and not that there is nothing: a client takes a 404 as the last
 * word. So this needs nothing and is there first.
 */
@Component(service = Preprocessor.class, property = Constants.SERVICE_RANKING + ":Integer=1000")
public final class Opening implements Preprocessor {

    private final RequestIds ids = new RequestIds();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable StartUp startUp;


    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StartUp known = startUp;
        if (known != null && (known.isOver() || PublicPaths.isHealth(((HttpServletRequest) request).getRequestURI()))) {
            chain.doFilter(request, response);
        } else {
            refuse((HttpServletRequest) request, (HttpServletResponse) response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Whatever body there is was not read.
        response.setHeader("Connection", "close");
        String id = ids.of(request);
        response.setHeader(RequestIds.HEADER, id);
        Problems.write(response, Problem.of(Fault.unavailable("the server is starting; try again in a moment"), id));
    }
}
