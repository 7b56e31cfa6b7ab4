package org.parley.cli.imports;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.parley.cli.http.Call;
import org.parley.cli.http.Server;
import org.parley.cli.mapping.Filter;
import org.parley.cli.mapping.Mapping;
import org.parley.cli.mapping.Target;
import org.parley.cli.rows.Rows;

/**
 * Imports one file. While the server works on a batch the next is made ready; only one is ever under way, so the server
 * takes the rows in the order of the file.
 */
final class Importer {

    private final ImportJob job;
    private final Server server;
    private final ProgressFile progressFile;
    private final Display display;

    Importer(ImportJob job, Server server, ProgressFile progressFile, Display display) {
        this.job = job;
        this.server = server;
        this.progressFile = progressFile;
        this.display = display;
    }

    /** Imports what an earlier run left, or all of it, and returns the tally of both. */
    Tally run() {
        Mapping mapping = job.mapping();
        try (Rows rows = mapping.format().open(job.file())) {
            // Columns are checked before anything is sent.
            Filter filter = mapping.filter(rows.columns());
            Target target = mapping.target(rows.columns());
            server.awaitReady();
            new Installer(server, display::note).install(mapping.setup());
            Batches batches = new Batches(rows, filter, target, job.batchSize());
            Progress progress = resume(batches);
            display.begin(progress.tally(), rows.share());
            Tally tally = send(batches, target.path(), progress);
            progressFile.delete();
            return tally;
        }
    }

    private Progress resume(Batches batches) {
        if (job.restart()) {
            progressFile.delete();
        }
        Progress progress = progressFile.load(job.identity()).orElseGet(() -> Progress.none(job.identity()));
        if (progress.tally().rows() > 0) {
            display.note("going on after row " + progress.tally().rows() + ", where an earlier run stopped");
            batches.skip(progress.tally().rows());
        }
        return progress;
    }

    private Tally send(Batches batches, String path, Progress from) {
        RejectsFile rejects = new RejectsFile(job.rejects(), from.rejectBytes());
        ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "sender");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Tally tally = from.tally();
            Batch batch = batches.next();
            while (!batch.isEmpty()) {
                Batch current = batch;
                CompletableFuture<Acknowledged> answer = CompletableFuture.supplyAsync(() -> acknowledged(current, path), sender);
                batch = batches.next();
                Acknowledged done = answer.join();
                tally = tally.plus(done.tally());
                progressFile.save(new Progress(job.identity(), rejects.add(done.rejects()), tally));
                display.show(tally, current.share());
            }
            return tally;
        } catch (CompletionException e) {
            throw unwrapped(e);
        } finally {
            sender.shutdownNow();
        }
    }

    private Acknowledged acknowledged(Batch batch, String path) {
        return batch.sent().isEmpty() ? Acknowledged.unsent(batch)
                : Acknowledged.of(batch, server.send(Call.ndjson(path, batch.body())));
    }

    private static RuntimeException unwrapped(CompletionException failure) {
        return failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
}
