package org.parley.reporting.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.capture.api.Journal;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.fold.Guard;
import org.parley.fold.Projections;
import org.parley.fold.Standing;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Table;
import org.parley.reporting.internal.ReportAnswer.AsOf;
import org.parley.reporting.internal.store.RollupChanges;
import org.parley.reporting.internal.store.RollupStore;
import org.parley.store.Databases;

/** Folds the journal into the rollups of all installed reports, and answers reports from them. */
@Component(service = Reports.class)
public final class ReportingEngine implements Reports {

    private static final int BATCH = 5000;
    private static final Duration FOLD_LIMIT = Duration.ofSeconds(20);
    private static final Duration READ_LIMIT = Duration.ofSeconds(20);

    private final ReportRegistry registry;
    private final RollupStore store;
    private final Guard guard = new Guard("parley-report");
    private final Projections<RollupChanges> projections;
    private final ReportReader reader = new ReportReader(guard, READ_LIMIT);
    private final Runnable whenReportsChange = this::install;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Journal journal;

    @Activate
    public ReportingEngine(@Reference Databases databases, @Reference ReportRegistry registry) {
        this(databases, registry, null);
    }

    /** @param journal the journal to begin with; the framework sets another one while it is there */
    ReportingEngine(Databases databases, ReportRegistry registry, @Nullable Journal journal) {
        this.journal = journal;
        this.registry = registry;
        this.store = new RollupStore(databases);
        try {
            this.projections = new Projections<>("reporting", this::journal, store, guard, FOLD_LIMIT, BATCH);
        } catch (RuntimeException | Error e) {
            guard.close();
            store.close();
            throw e;
        }
        registry.listen(whenReportsChange);
        install();
    }

    private Optional<Journal> journal() {
        return Optional.ofNullable(journal);
    }

    private void install() {
        projections.install(registry.snapshot().values().stream().map(this::projection).toList());
    }

    private <S> ReportProjection<S> projection(InstalledReport<S> report) {
        return new ReportProjection<>(report, store);
    }

    @Override
    public List<Description> list() {
        return registry.snapshot().values().stream().<Description>map(InstalledReport::description).toList();
    }

    @Override
    public ReportAnswer ask(SellerId seller, String id, Question question) {
        InstalledReport<?> report = Optional.<InstalledReport<?>>ofNullable(registry.snapshot().get(id))
                .orElseThrow(() -> StateConflict.absent("report", id));
        ReportReader.check(report.description(), question.parameters());
        return store.read(id, seller.value(), snapshot -> {
            Table table = reader.read(report, question, snapshot);
            long head = journal().map(Journal::head).orElse(snapshot.position());
            return new ReportAnswer(report.description(), ReportReader.withObstacle(table, obstacle(id)),
                    new AsOf(snapshot.position(), Math.max(head, snapshot.position())));
        });
    }

    private Optional<String> obstacle(String id) {
        return projections.standing(id).map(Standing::obstacle)
                .orElse(Optional.of("still counting, this report was installed just now"));
    }

    @Deactivate
    void close() {
        registry.forget(whenReportsChange);
        projections.close();
        guard.close();
        store.close();
    }
}
