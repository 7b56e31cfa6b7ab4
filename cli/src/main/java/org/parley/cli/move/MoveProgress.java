package org.parley.cli.move;

/** Is told how far a move has come. */
interface MoveProgress {

    /** @param step what is done with the rows: {@code copied} or {@code verified} */
    void rows(Table table, String step, long done, long all);

    /** All rows are there; from now on they are compared. */
    void allCopied();
}
