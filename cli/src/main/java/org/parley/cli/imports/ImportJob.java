package org.parley.cli.imports;

import java.nio.file.Path;
import org.parley.cli.mapping.Mapping;

/**
 * What is to be imported.
 *
 * @param file      the data
 * @param mapping   what its rows mean
 * @param rejects   where rejected rows go
 * @param batchSize rows sent together
 * @param restart   whether to forget an earlier run
 * @param identity  tells this import from others
 */
record ImportJob(Path file, Mapping mapping, Path rejects, int batchSize, boolean restart, String identity) {}
