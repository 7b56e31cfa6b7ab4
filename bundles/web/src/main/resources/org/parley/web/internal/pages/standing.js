// Where relationships stand at the end of each month, and the mean reputation of those priced in it.

import { canvas, card } from '/web/card.js';
import { count, month, percent } from '/web/format.js';
import * as theme from '/web/theme.js';

export const id = 'reputation-and-tiers';

export const parameters = given => ({ ...given, granularity: 'month' });

/** From the most trusted down. A relationship in good standing is named by its tier, any other by its state. */
const PLACES = [['PREMIUM', 'Premium'], ['STANDARD', 'Standard'], ['BASIC', 'Basic'], ['WARMUP', 'On probation'], ['RETRIAL', 'Second probation'],
  ['WARNED', 'Warned'], ['SUSPENDED', 'Suspended'], ['VOLUNTARY', 'Not gated'], ['FIXED', 'Fixed price'], ['OTHER', 'Other']];

function placeOf(row) {
  const name = row.state === 'ACTIVE' ? row.tier : row.state;
  return PLACES.some(([known]) => known === name) ? name : 'OTHER';
}

/** By month: how many in each place, and the mean reputation. A month without a change is like the one before. */
function read(rows) {
  const months = [...new Set(rows.map(row => row.period.slice(0, 7)))].sort();
  const byMonth = [];
  for (let at = months[0]; at && at <= months.at(-1); at = next(at)) {
    const here = rows.filter(row => row.period.startsWith(at));
    byMonth.push(here.length ? { month: at, ...sums(here) } : { ...byMonth.at(-1), month: at, reputation: null });
  }
  return byMonth;
}

function next(at) {
  const date = new Date(at + '-01T00:00:00Z');
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
}

function sums(rows) {
  const counts = {};
  let priced = 0;
  let reputation = 0;
  for (const row of rows) {
    counts[placeOf(row)] = (counts[placeOf(row)] ?? 0) + row.relationships;
    if (row.meanReputation !== null) {
      priced += row.pricedCycles;
      reputation += row.meanReputation * row.pricedCycles;
    }
  }
  return { counts, reputation: priced === 0 ? null : reputation / priced };
}

export function summary(rows) {
  const last = read(rows).at(-1);
  if (!last) {
    return { total: 0, premium: null };
  }
  const total = Object.values(last.counts).reduce((sum, value) => sum + value, 0);
  const gated = total - (last.counts.VOLUNTARY ?? 0) - (last.counts.FIXED ?? 0);
  return { total, premium: gated === 0 ? null : (last.counts.PREMIUM ?? 0) / gated };
}

export function draw(place, report, given) {
  const months = read(report.rows);
  const present = PLACES.filter(([name]) => months.some(at => at.counts[name]));
  const bars = present.map(([name, label]) => ({
    label, data: months.map(at => at.counts[name] ?? 0), backgroundColor: theme.places[name], stack: 'places', order: 2, maxBarThickness: 46,
  }));
  const line = { label: 'Mean reputation', type: 'line', yAxisID: 'reputation', order: 1, data: months.map(at => at.reputation), spanGaps: true,
    borderColor: theme.ink(), backgroundColor: theme.ink(), borderWidth: 2, pointRadius: 2.5, tension: .25 };
  card(place, {
    id, title: 'Reputation and tiers', parameters: given,
    text: 'How many relationships stood where at the end of each month, and how fair the prices of the gated ones were (0 to 1).',
  }, report, plot => new Chart(canvas(plot, `Stacked bars of relationships by standing for ${months.length} months, with the mean reputation as a line.`), {
    type: 'bar',
    data: { labels: months.map(at => month(at.month)), datasets: [...bars, line] },
    options: theme.options({
      plugins: { tooltip: { filter: item => item.raw, callbacks: { label: item => ` ${item.dataset.label}: ${item.dataset.type === 'line' ? item.raw.toFixed(2) : count(item.raw)}` } } },
      scales: { x: { stacked: true }, y: { stacked: true }, reputation: theme.axis({ position: 'right', min: 0, max: 1, grid: { display: false }, ticks: { color: theme.soft(), stepSize: .25, callback: value => value.toFixed(2) } }) },
    }),
  }));
}
