package org.parley.scoring.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.capture.api.Journal;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.fold.Guard;
import org.parley.fold.Projections;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.Scores;
import org.parley.scoring.internal.store.Owner;
import org.parley.scoring.internal.store.StateFiles;
import org.parley.scoring.internal.store.StateStore;

/** Folds the journal into the states of all installed scores, and reads scores from them. */
@Component(service = Scores.class)
public final class ScoringEngine implements Scores {

    private static final int BATCH = 4096;
    private static final Duration FOLD_LIMIT = Duration.ofSeconds(10);
    private static final Duration READ_LIMIT = Duration.ofSeconds(2);

    private final ScoreRegistry registry;
    private final StateFiles files;
    private final StateStore store;
    private final Guard guard = new Guard("parley-score");
    private final Projections<Map<Owner, byte[]>> projections;
    private final ScoreReader reader;
    private final Runnable whenScoresChange = this::install;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Journal journal;

    @Activate
    public ScoringEngine(BundleContext context, @Reference ScoreRegistry registry) {
        this(folder(context), registry, null);
    }

    /** @param journal the journal to begin with; the framework sets another one while it is there */
    ScoringEngine(Path folder, ScoreRegistry registry, @Nullable Journal journal) {
        this.journal = journal;
        this.registry = registry;
        this.files = StateFiles.open(folder);
        this.store = new StateStore(files);
        try {
            this.projections = new Projections<>("scoring", () -> Optional.ofNullable(this.journal), store, guard,
                    FOLD_LIMIT, BATCH);
            this.reader = new ScoreReader(store, projections, guard, READ_LIMIT);
        } catch (RuntimeException | Error e) {
            guard.close();
            files.close();
            throw e;
        }
        registry.listen(whenScoresChange);
        install();
    }

    private void install() {
        projections.install(registry.snapshot().values().stream().map(this::projection).toList());
    }

    private <S> ScoreProjection<S> projection(InstalledScore<S> score) {
        return new ScoreProjection<>(score, store);
    }

    private static Path folder(BundleContext context) {
        return Optional.ofNullable(context.getProperty("parley.data"))
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name, "scoring"))
                .orElseThrow(() -> new IllegalStateException("the property 'parley.data' is not set; it names the"
                        + " folder where Parley keeps its data"));
    }

    @Override
    public List<Score> all(SellerId seller, CustomerId customer, Instant at) {
        Owner owner = new Owner(seller, customer);
        return registry.snapshot().values().stream().map(score -> reader.read(score, owner, at)).toList();
    }

    @Override
    public Optional<Score> one(SellerId seller, CustomerId customer, String name, Instant at) {
        return Optional.<InstalledScore<?>>ofNullable(registry.snapshot().get(name))
                .map(score -> reader.read(score, new Owner(seller, customer), at));
    }

    @Deactivate
    void close() {
        registry.forget(whenScoresChange);
        projections.close();
        guard.close();
        files.close();
    }
}
