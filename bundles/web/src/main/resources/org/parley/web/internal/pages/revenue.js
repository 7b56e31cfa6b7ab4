// What came in, by month (or by day, for a short time), for each offering.

import { canvas, card } from '/web/card.js';
import { count, day, money, month } from '/web/format.js';
import * as theme from '/web/theme.js';

const MOST_DAYS = 92;

export const id = 'revenue-by-day';

export const parameters = given => given;

/** Sums by period and by offering and currency; the periods in order, without gaps. */
export function sums(rows) {
  const days = rows.map(row => row.day).sort();
  const byDay = days.length > 0 && (new Date(days.at(-1)) - new Date(days[0])) / 864e5 <= MOST_DAYS;
  const period = row => byDay ? row.day : row.day.slice(0, 7);
  const lines = new Map();
  for (const row of rows) {
    const name = row.offering + (row.basis === 'fixed' ? ', fixed price' : '');
    const line = lines.get(name + row.currency) ?? lines.set(name + row.currency, { name, currency: row.currency, at: new Map() }).get(name + row.currency);
    const sum = line.at.get(period(row)) ?? { revenue: 0, cycles: 0 };
    sum.revenue += Number(row.revenue);
    sum.cycles += row.cycles;
    line.at.set(period(row), sum);
  }
  return { byDay, periods: days.length ? between(days[0], days.at(-1), byDay) : [], lines };
}

function between(first, last, byDay) {
  const periods = [];
  const at = new Date((byDay ? first : first.slice(0, 7) + '-01') + 'T00:00:00Z');
  for (; at.toISOString().slice(0, 10) <= last; byDay ? at.setUTCDate(at.getUTCDate() + 1) : at.setUTCMonth(at.getUTCMonth() + 1)) {
    periods.push(at.toISOString().slice(0, byDay ? 10 : 7));
  }
  return periods;
}

export function draw(place, report, parameters) {
  const { byDay, periods, lines } = sums(report.rows);
  const label = byDay ? day : month;
  const datasets = [...lines.values()].map((line, i) => ({
    label: line.name, data: periods.map(period => line.at.get(period)?.revenue ?? 0), currency: line.currency, line,
    backgroundColor: theme.series(i), borderRadius: 3, maxBarThickness: 46,
  }));
  card(place, {
    id, title: `Revenue by ${byDay ? 'day' : 'month'}`, wide: true, parameters,
    text: 'What customers paid, by the day they set the price. A price of zero counts as a payment of zero.',
  }, report, plot => new Chart(canvas(plot, `Bars of revenue for ${periods.length} periods and ${datasets.length} offerings; the figures are in the table below.`), {
    type: 'bar',
    data: { labels: periods.map(label), datasets },
    options: theme.options({
      plugins: { tooltip: { callbacks: { label: item => ` ${item.dataset.label}: ${money(item.raw, item.dataset.currency)} from ${count(item.dataset.line.at.get(periods[item.dataIndex])?.cycles ?? 0)} prices` } } },
      scales: { x: { stacked: true }, y: { stacked: true, ticks: { color: theme.soft(), callback: value => datasets.length === 0 ? value : money(value, datasets[0].currency) } } },
    }),
  }));
}
