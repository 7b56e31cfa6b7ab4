package org.parley.rest.internal.swap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.ParleyException;
import org.parley.common.StateConflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Swaps a module: fetches the new content and keeps the old while all runs, closes the module's lane, lets the requests
 * inside finish, replaces the bundle, waits until it is there, and opens the lane. If the new version does not come up,
 * the old one is put back. Whatever happens, the lane is open in the end.
 */
@Component(service = Swapper.class)
public final class Swapper {

    private static final Logger LOG = LoggerFactory.getLogger(Swapper.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(15);

    private final Modules modules;
    private final Presence presence;
    private final Replacement replacement;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Activate
    public Swapper(BundleContext context, @Reference Modules modules, @Reference Presence presence) {
        this.replacement = Replacement.in(context, START_LIMIT);
        this.modules = modules;
        this.presence = presence;
    }

    /**
     * Swaps one module.
     *
     * @throws ParleyException if nothing was touched: no such module, no such content, other modules would be refreshed,
     *     or another swap is going on
     */
    public SwapReport swap(SwapOrder order) {
        if (!oneAtATime.tryLock()) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT, "another swap is going on; wait for its end");
        }
        try {
            Module module = modules.find(order.module());
            refuseToTouchOthers(module);
            Path folder = Files.createTempDirectory("parley-swap");
            try {
                return swap(module, order, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT, e.getMessage());
        } finally {
            oneAtATime.unlock();
        }
    }

    private SwapReport swap(Module module, SwapOrder order, Path folder) throws IOException {
        Path next = folder.resolve("next.jar");
        Path previous = folder.resolve("previous.jar");
        Content.fetch(Content.address(module, order.version(), order.from()), module, next);
        BundleCopy.write(module.bundle(), previous);

        String from = module.bundle().getVersion().toString();
        Lane lane = modules.lanes().of(module.name());
        long start = System.nanoTime();
        int inside = lane.close();
        Outcome outcome;
        try {
            outcome = drained(lane, order) ? replace(module, next, previous) : stillBusy(lane, order);
        } finally {
            lane.open();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        SwapReport report = new SwapReport(module.name(), from, module.bundle().getVersion().toString(), inside, lane.closing(), took,
                outcome.refreshed(), outcome.failure());
        LOG.info("swap: {}", report.told());
        return report;
    }

    private record Outcome(List<String> refreshed, Optional<String> failure) {}

    private static boolean drained(Lane lane, SwapOrder order) {
        return lane.awaitEmpty(order.drain()) || order.force();
    }

    private static Outcome stillBusy(Lane lane, SwapOrder order) {
        return new Outcome(List.of(), Optional.of("after " + order.drain().toMillis() + " ms still running are "
                + String.join("; ", lane.stillInside()) + ". Try again, or use --force"));
    }

    private Outcome replace(Module module, Path next, Path previous) {
        try {
            return new Outcome(start(module, next), Optional.empty());
        } catch (BundleException | IOException | RuntimeException e) {
            LOG.error("module {} does not run with its new content; the previous one is put back", module.name(), e);
            return putBack(module, previous, why(e));
        }
    }

    private Outcome putBack(Module module, Path previous, String why) {
        try {
            return new Outcome(start(module, previous), Optional.of(why + "; the previous version runs again"));
        } catch (BundleException | IOException | RuntimeException e) {
            LOG.error("module {} does not run with its previous content either", module.name(), e);
            return new Outcome(List.of(), Optional.of(why + "; AND THE PREVIOUS VERSION DOES NOT RUN EITHER: " + why(e)));
        }
    }

    private List<String> start(Module module, Path jar) throws BundleException, IOException {
        List<String> refreshed = replacement.replace(module.bundle(), jar);
        presence.await(module, START_LIMIT);
        return refreshed;
    }

    private void refuseToTouchOthers(Module module) {
        List<String> others = replacement.closure(module.bundle()).stream()
                .filter(bundle -> !bundle.equals(module.bundle()))
                .flatMap(bundle -> Module.of(bundle).stream())
                .map(Module::toString).sorted().toList();
        if (!others.isEmpty()) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT,
                    "swapping " + module.name() + " would refresh " + String.join(", ", others) + " too; nothing was done");
        }
    }

    private static String why(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof Fault)) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage());
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("next.jar"));
        Files.deleteIfExists(folder.resolve("previous.jar"));
        Files.delete(folder);
    }
}
