package org.parley.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.cli.http.Answer;

/**
 * What became of a batch.
 *
 * @param tally   counts it
 * @param rejects of the mapping and of the server, in the order of the file
 */
record Acknowledged(Tally tally, List<Reject> rejects) {

    private static final int ALL_REJECTED = 422;

    /** A batch of which nothing had to be sent. */
    static Acknowledged unsent(Batch batch) {
        return new Acknowledged(batch.read(), batch.rejects());
    }

    /**
     * What the server's answer says about a batch.
     *
     * @throws org.parley.cli.http.Refused if it is about the request as a whole
     */
    static Acknowledged of(Batch batch, Answer answer) {
        JsonNode body = answer.body();
        if (!answer.isGood() && !(answer.status() == ALL_REJECTED && body.has("rejected"))) {
            throw answer.refused();
        }
        List<Reject> rejects = new ArrayList<>(batch.rejects());
        for (JsonNode rejected : body.path("rejected")) {
            rejects.add(new Reject(batch.sent().get(rejected.path("index").asInt()), Answer.problem(rejected.path("problem"))));
        }
        rejects.sort(Comparator.comparingLong(reject -> reject.row().number()));
        Tally told = new Tally(0, 0, body.path("accepted").asLong(), body.path("duplicates").asLong(),
                body.path("rejected").size(), 0);
        return new Acknowledged(checked(batch, told), rejects);
    }

    private static Tally checked(Batch batch, Tally told) {
        long counted = told.accepted() + told.duplicates() + told.rejected();
        if (counted != batch.sent().size()) {
            throw new IllegalStateException("the server was sent " + batch.sent().size() + " lines and answered for " + counted);
        }
        return batch.read().plus(told);
    }
}
