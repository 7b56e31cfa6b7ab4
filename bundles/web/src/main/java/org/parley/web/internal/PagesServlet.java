package org.parley.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves the pages: {@code /} and what lies below {@code /web}. It is the default servlet, since a component's
 * description cannot hold the empty pattern that means the root alone; any other path is not found. The browser is told to load nothing from elsewhere, to send no referrer, and to ask again for a
 * file's tag each time, so that a swapped bundle shows at once.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("parley-pages")
@HttpWhiteboardServletPattern({"/", "/web/*"})
public final class PagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BELOW = "/web/";
    private static final String ONLY_FROM_HERE = "default-src 'self'; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";

    private final transient PageFiles files;

    @Activate
    public PagesServlet(@Reference PageFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageFile> file = find(request.getRequestURI());
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        headers(response);
        send(file.get(), request, response);
    }

    private Optional<PageFile> find(String path) {
        return path.equals("/") ? Optional.of(files.first())
                : path.startsWith(BELOW) ? files.at(path.substring(BELOW.length() - 1)) : Optional.empty();
    }

    private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", file.tag());
        response.setHeader("Cache-Control", "no-cache");
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.contentType());
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", ONLY_FROM_HERE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
