package org.parley.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.parley.itests.kit.FreePorts;
import org.parley.pricing.api.PricingStrategy;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.inject.Inject;

/** What can only be seen from inside the container. Under JUnit 4, because that is what Pax Exam runs under. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {

    private static final long START_SECONDS = 60;
    private static final long PAUSE_MILLIS = 50;

    @Inject
    private BundleContext context;

    /** The distribution as it is shipped, with a data folder and ports of its own. */
    @Configuration
    public Option[] distribution() {
        File archive = new File(System.getProperty("parley.archive"));
        Path work = Path.of("target/exam").toAbsolutePath();
        return options(
                karafDistributionConfiguration().frameworkUrl(archive.toURI().toString()).name("Parley")
                        .unpackDirectory(work.toFile()),
                configureConsole().ignoreLocalConsole(),
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("parley.maven.repository")),
                vmOption("--add-reads=java.xml=java.logging"),
                vmOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"),
                vmOption("--patch-module=java.base=" + endorsed("locator")),
                vmOption("--patch-module=java.xml=" + endorsed("java.xml")),
                vmOption("-Dparley.data=" + work.resolve("data-" + System.nanoTime())), vmOption("-Dparley.host=127.0.0.1"),
                vmOption("-Dparley.port=" + FreePorts.next()), vmOption("-Dparley.ssh.port=" + FreePorts.next()),
                vmOption("-Dparley.sandbox=no"));
    }

    private static String endorsed(String name) {
        File[] found = Path.of(System.getProperty("parley.distribution"), "lib/endorsed").toFile()
                .listFiles((folder, file) -> file.startsWith("org.apache.karaf.specs." + name + "-"));
        return found[0].toString();
    }

    @Inject
    private ServiceComponentRuntime components;

    /** The probe starts before the last start levels are reached. */
    @Before
    public void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            assertTrue("the server is ready", System.nanoTime() < end);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isReady() throws InterruptedException {
        try {
            return get("/health/ready").statusCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    public void everyBundleIsResolvedAndEveryComponentSatisfied() {
        List<String> wrong = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if ((bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) == 0) {
                wrong.add(bundle + " is not resolved");
            }
        }
        Collection<ComponentDescriptionDTO> described = components.getComponentDescriptionDTOs(parleyBundles());
        for (ComponentDescriptionDTO component : described) {
            components.getComponentConfigurationDTOs(component).stream()
                    .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                            && configuration.state != ComponentConfigurationDTO.SATISFIED)
                    .forEach(configuration -> wrong.add(component.name + " is in state " + configuration.state));
        }
        assertEquals(List.of(), wrong);
        assertTrue(described.size() > 20);
    }

    @Test
    public void aStrategyIsThereWhileItsServiceIs() throws Exception {
        assertFalse(strategies().contains("\"passing\""));
        ServiceRegistration<PricingStrategy> registration =
                context.registerService(PricingStrategy.class, new PassingStrategy(), null);
        assertTrue(strategies().contains("\"passing\""));
        registration.unregister();
        assertFalse(strategies().contains("\"passing\""));
    }

    @Test
    public void aModuleCanBeRefreshedWithoutAnother() {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        for (Bundle module : parleyBundles()) {
            if (module.getHeaders().get("Parley-Module") != null) {
                List<String> others = wiring.getDependencyClosure(Set.of(module)).stream()
                        .filter(bundle -> !bundle.equals(module)).map(Bundle::getSymbolicName).toList();
                assertEquals("refreshed with " + module, List.of(), others);
            }
        }
    }

    private Bundle[] parleyBundles() {
        return Stream.of(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.parley."))
                .toArray(Bundle[]::new);
    }

    private static String strategies() throws IOException, InterruptedException {
        return get("/api/v1/strategies").body();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String key = Files.readString(Path.of(System.getProperty("parley.data"), "admin-key")).trim();
        URI uri = URI.create("http://127.0.0.1:" + System.getProperty("parley.port") + path);
        HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + key).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
