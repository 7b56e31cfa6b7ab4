// How prices compare with what was suggested: a histogram for each offering, with zero apart, and the quartiles.

import { canvas, card, element } from '/web/card.js';
import { count, percent, signedPercent } from '/web/format.js';
import * as theme from '/web/theme.js';

const WIDTH = 0.1;
const LAST = 2;

export const id = 'price-distribution';

export const parameters = ({ from, to, offering }) => ({ from, to, offering, binWidth: WIDTH });

const groupName = row => row.offering + ' ' + row.currency;
const bins = rows => rows.filter(row => row.row === 'bin');
const summaries = rows => rows.filter(row => row.row === 'summary');

/** What the prices of all offerings say together; the average is that of the single prices. */
export function summary(rows) {
  const all = summaries(rows);
  const total = all.reduce((sum, row) => sum + row.cycles, 0);
  const weighted = name => total === 0 ? null : all.reduce((sum, row) => sum + row[name] * row.cycles, 0) / total;
  const fair = bins(rows).filter(row => row.ratioFrom >= 1).reduce((sum, row) => sum + row.cycles, 0);
  return { total, mean: total === 0 ? null : weighted('mean') - 1, zeroShare: weighted('zeroShare'), fairShare: total === 0 ? null : fair / total };
}

/** Bars: exact zeros, then one for each tenth of the suggestion, then all from twice the suggestion on. */
const BARS = Array.from({ length: Math.round(LAST / WIDTH) + 2 }, (_, i) => i);

function bar(row) {
  return row.ratioTo === 0 ? 0 : row.ratioFrom >= LAST - 1e-9 ? BARS.length - 1 : 1 + Math.round(row.ratioFrom / WIDTH);
}

function label(i) {
  const from = (i - 1) * WIDTH - 1;
  return i === 0 ? 'nothing' : i === BARS.length - 1 ? '+100 % and more' : `${signedPercent(from)} to ${signedPercent(from + WIDTH)}`;
}

export function draw(place, report, given) {
  const all = summaries(report.rows);
  const datasets = all.map((group, i) => {
    const counts = BARS.map(() => 0);
    bins(report.rows).filter(row => groupName(row) === groupName(group)).forEach(row => { counts[bar(row)] += row.cycles; });
    return { label: group.offering, counts, data: counts.map(value => value / group.cycles), backgroundColor: theme.series(i), borderRadius: 2, categoryPercentage: .92, barPercentage: .96 };
  });
  const made = card(place, {
    id, title: 'Price against suggestion', parameters: given,
    text: 'How far the prices that customers set lie from what was suggested to them; the first bar is those who paid nothing.',
  }, report, plot => new Chart(canvas(plot, 'Histogram of prices relative to the suggestion; the quartiles are in the table below.'), {
    type: 'bar',
    data: { labels: BARS.map(label), datasets },
    options: theme.options({
      plugins: { tooltip: { callbacks: { label: item => ` ${item.dataset.label}: ${percent(item.raw, 1)} (${count(item.dataset.counts[item.dataIndex])} prices)` } } },
      scales: { x: { ticks: { color: theme.soft(), maxRotation: 0, autoSkip: false, callback: (_, i) => tick(i) } }, y: { ticks: { color: theme.soft(), callback: value => percent(value) } } },
    }),
  }));
  made.querySelector('.plot').after(quartiles(all));
}

function tick(i) {
  if (i === 0 || i === BARS.length - 1) {
    return i === 0 ? 'zero' : '≥ +100 %';
  }
  return i % 5 === 1 && i > 1 ? signedPercent((i - 1) * WIDTH - 1) || '0 %' : '';
}

function quartiles(groups) {
  const relative = value => signedPercent(value - 1);
  const rows = groups.map(group => element('tr', {}, element('th', { scope: 'row', textContent: group.offering }),
    ...[count(group.cycles), percent(group.zeroShare, 1), relative(group.q1), relative(group.median), relative(group.q3), relative(group.mean), percent(group.ratioOfSums)]
      .map(textContent => element('td', { textContent }))));
  const head = ['', 'Prices', 'Paid nothing', 'Lower quartile', 'Median', 'Upper quartile', 'Mean', 'Paid of all suggested']
    .map(textContent => element('th', { scope: 'col', textContent }));
  return element('div', { className: 'scroll' }, element('table', { className: 'quartiles' }, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)));
}
