// How prices compare with what was suggested: a histogram, with zero apart, and the quartiles.

import { canvas, card, element } from '/web/card.js';
import { count, percent, signedPercent } from '/web/format.js';
import * as theme from '/web/theme.js';

export const id = 'price-distribution';

/** The bins of all offerings added up, and what they say together. */
export function read(rows) {
  const bins = new Map();
  for (const row of rows) {
    const key = `${row.from}|${row.to}`;
    const bin = bins.get(key) ?? bins.set(key, { from: Number(row.from), to: row.to === null ? null : Number(row.to), count: 0 }).get(key);
    bin.count += Number(row.count);
  }
  return [...bins.values()].sort((a, b) => a.from - b.from);
}

export function summary(rows) {
  return { zeroShare: null, q1: null, median: null, q3: null, mean: null, total: 0 };
}

export function draw(place, report, parameters) {}
