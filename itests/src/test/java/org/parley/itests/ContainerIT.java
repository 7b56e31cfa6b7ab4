package org.parley.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.parley.itests.kit.FreePorts;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;

/** What can only be seen from inside the container. Under JUnit 4, because that is what Pax Exam runs under. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {

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
                configureConsole().ignoreLocalConsole(), keepRuntimeFolder(),
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("parley.maven.repository")),
                vmOption("-Dparley.data=" + work.resolve("data")), vmOption("-Dparley.host=127.0.0.1"),
                vmOption("-Dparley.port=" + FreePorts.next()), vmOption("-Dparley.ssh.port=" + FreePorts.next()),
                vmOption("-Dparley.sandbox=no"));
    }

    @Test
    public void everyBundleIsResolved() {
        List<String> unresolved = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if ((bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) == 0) {
                unresolved.add(bundle.toString());
            }
        }
        assertEquals(List.of(), unresolved);
        assertTrue(context.getBundles().length > 10);
    }
}
