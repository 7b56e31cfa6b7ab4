package org.parley.benchmarks;

import java.time.Duration;

/** The processor time of a process. */
final class ProcessTime {

    private ProcessTime() {}

    /** What its threads have used so far, in microseconds. */
    static long micros(long pid) {
        Duration used = ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("this system does not tell the processor time of process " + pid));
        return used.toNanos() / 1000;
    }
}
