package org.parley.rest.internal.entrance;

import java.util.Hashtable;
import java.util.Optional;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens the server's address when the server has come up. The HTTP service listens before it has taken up what answers,
 * and tells whoever comes in that moment that there is nothing: a client takes a 404 as the last word, but a refused
 * connection as worth another try. So the HTTP service is left to listen where nobody looks, and that ends when this
 * listens.
 */
@Component(service = {})
public final class HttpDoor implements ConnectorFactory {

    private final BundleContext context;
    private final StartUp startUp;
    private final Thread opening;
    private volatile @Nullable ServiceRegistration<ConnectorFactory> registration;

    @Activate
    public HttpDoor(BundleContext context, @Reference StartUp startUp) {
        this.context = context;
        this.startUp = startUp;
        this.opening = new Thread(this::open, "parley-http-door");
        opening.setDaemon(true);
        opening.start();
    }

    private void open() {
        try {
            startUp.await();
            registration = context.registerService(ConnectorFactory.class, this, new Hashtable<>());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The connector for the address, with the settings of the HTTP service's own, which it replaces. */
    @Override
    public Connector createConnector(Server server) {
        ServerConnector hidden = (ServerConnector) server.getConnectors()[0];
        ServerConnector connector = new ServerConnector(server, hidden.getAcceptors(),
                hidden.getSelectorManager().getSelectorCount(), new HttpConnectionFactory(
                        hidden.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration()));
        connector.setHost(property("parley.host"));
        connector.setPort(Integer.parseInt(property("parley.port")));
        connector.setIdleTimeout(hidden.getIdleTimeout());
        connector.setAcceptQueueSize(hidden.getAcceptQueueSize());
        hidden.close();
        return connector;
    }

    private String property(String name) {
        return Optional.ofNullable(context.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("the property '" + name + "' is not set"));
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        opening.interrupt();
        opening.join();
        ServiceRegistration<ConnectorFactory> registered = registration;
        if (registered != null) {
            registered.unregister();
        }
    }
}
