package org.parley.capture.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.parley.capture.api.Journal;
import org.parley.capture.internal.intake.Limits;
import org.parley.capture.internal.types.EventTypeRegistry;

/**
 * Opens the journal and then offers it; takes it back before it is closed. It offers no service of its own, so that the
 * framework starts it at once and the module is ready only when the journal is open.
 */
@Component(service = {}, configurationPid = "org.parley.capture")
@Designate(ocd = CaptureModule.Config.class)
public final class CaptureModule {

    static final String FOLDER_PROPERTY = "parley.data";

    /** What can be set. */
    @ObjectClassDefinition(name = "Parley capture", description = "The intake of events")
    public @interface Config {

        @AttributeDefinition(name = "Largest event", description = "Kilobytes of one event's JSON; a larger one is rejected")
        int eventKilobytes() default 256;

        @AttributeDefinition(name = "Largest batch", description = "Megabytes of a body that is not NDJSON; a larger one is refused")
        int bodyMegabytes() default 16;

        @AttributeDefinition(name = "Largest packed body", description = "Megabytes that a body sent with a"
                + " Content-Encoding may unpack to; one that unpacks to more is refused there")
        int unpackedMegabytes() default 4096;

        @AttributeDefinition(name = "Uploads at a time", description = "NDJSON uploads and packed bodies that are read"
                + " at a time, each holding a thread; more are told to come back")
        int uploads() default 64;

        @AttributeDefinition(name = "Time ahead", description = "Hours that an event's time may be after the seller's present")
        int hoursAhead() default 24;
    }

    private final Capture capture;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();

    @Activate
    public CaptureModule(BundleContext context, @Reference EventTypeRegistry types, Config config) {
        Limits limits = new Limits(config.eventKilobytes() << 10, config.bodyMegabytes() << 20,
                (long) config.unpackedMegabytes() << 20, config.uploads(), Duration.ofHours(config.hoursAhead()));
        this.capture = new Capture(folder(context.getProperty(FOLDER_PROPERTY)), types, limits, InstantSource.system());
        try {
            services.add(context.registerService(Journal.class, capture.journal(), new Hashtable<>()));
            services.add(context.registerService(Capture.class, capture, new Hashtable<>()));
            services.add(context.registerService(Condition.class, Condition.INSTANCE, ready()));
        } catch (RuntimeException | Error e) {
            deactivate();
            throw e;
        }
    }

    private static Dictionary<String, ?> ready() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "parley.ready.capture");
        return properties;
    }

    static Path folder(@Nullable String data) {
        return Optional.ofNullable(data).filter(name -> !name.isBlank()).map(name -> Path.of(name).resolve("journal"))
                .orElseThrow(() -> new IllegalStateException("the property '" + FOLDER_PROPERTY
                        + "' is not set; it names the folder where Parley keeps its data"));
    }

    @Deactivate
    void deactivate() {
        services.forEach(ServiceRegistration::unregister);
        capture.close();
    }
}
