package org.parley.cli.imports;

/** What the person at the terminal sees while an import runs. */
interface Display {

    /** Where this run begins: at nothing, or where an earlier one stopped. */
    void begin(Tally tally, double share);

    /** How far it is: everything counted so far, and the share of the file that it comes from, 0 to 1. */
    void show(Tally tally, double share);

    /** Something worth a line of its own. */
    void note(String text);

    /** No more will come. */
    void close();
}
