package org.parley.benchmarks;

import org.parley.itests.kit.Api;
import org.parley.itests.kit.Command;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Books;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The payments of the Games Done Quick marathons, which are not part of this repository, and what is known of them.
 *
 * @param file    the payments, as packed CSV
 * @param mapping what the columns mean
 */
record Gdq(Path file, Path mapping) {

    static final long PAYMENTS = 291_885;
    static final long NAMED_PAYERS = 98_508;
    static final BigDecimal TOTAL = new BigDecimal("12091865.28");

    /** The data in the folder that the first argument names, {@code ../shared/data/gdq} if there is none. */
    static Gdq find(String[] arguments) {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data/gdq");
        Path file = folder.resolve("gdq_donations.csv.gz").toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            System.err.println("The payments are not there: " + file
                    + " is missing. Give the folder that holds gdq_donations.csv.gz as an argument.");
            System.exit(2);
        }
        return new Gdq(file, Path.of("examples/mappings/gdq.yaml").toAbsolutePath());
    }

    /** Starts to import it into a server. */
    Process startImport(ParleyServer server, Path output) {
        return new Command().start(output, "import", file.toString(), "--mapping", mapping.toString(), "--data",
                server.data().toString());
    }

    /** What a server that has taken all of it holds against what is known; empty if it is the same. */
    List<String> check(ParleyServer server, Run run) {
        Books books = new Books(server.api());
        Books.Sum all = new Books.Sum(PAYMENTS, TOTAL);
        Books.Sum ledger = books.ledger("USD");
        Books.Sum report = books.reportOnceItShows(PAYMENTS, "USD");
        long payers = namedPayers(server.api());
        run.say("ledger: %,d payments, %,.2f USD; report: %,d payments, %,.2f USD; named payers: %,d", ledger.count(),
                ledger.total(), report.count(), report.total(), payers);
        List<String> broken = new ArrayList<>();
        if (!ledger.equals(all)) {
            broken.add("the ledger should hold " + all + ", and holds " + ledger);
        }
        if (!report.equals(all)) {
            broken.add("the report should show " + all + ", and shows " + report);
        }
        if (payers != NAMED_PAYERS) {
            broken.add("there should be " + NAMED_PAYERS + " named payers, not " + payers);
        }
        return broken;
    }

    private static long namedPayers(Api api) {
        return api.get("/ledger/totals").expect(200).json().get("items").findValues("payers").stream()
                .mapToLong(payers -> payers.asLong()).sum();
    }

    /** The end of what an import printed. */
    static String tail(Path output) throws IOException {
        String text = Files.readString(output);
        return text.substring(Math.max(0, text.length() - 500));
    }
}
