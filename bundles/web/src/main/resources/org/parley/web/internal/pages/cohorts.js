// Who stays: a table whose cells are the warmer the more of a cohort were active.

import { card, element } from '/web/card.js';
import { count, month, percent } from '/web/format.js';
import * as theme from '/web/theme.js';

const MOST_COHORTS = 36;
const MOST_MONTHS = 24;

export const id = 'cohort-retention';

export const parameters = ({ from, to }) => ({ from, to });

/** The share of customers who were active this many months after they came, of those who came that long ago. */
export function retention(rows, offset) {
  const there = rows.filter(row => row.monthOffset === offset);
  const size = there.reduce((sum, row) => sum + row.size, 0);
  return size === 0 ? null : there.reduce((sum, row) => sum + row.activeCustomers, 0) / size;
}

export function draw(place, report, given) {
  const cohorts = [...new Set(report.rows.map(row => row.cohort))].sort().slice(-MOST_COHORTS);
  const offsets = [...new Set(report.rows.map(row => row.monthOffset))].filter(offset => offset <= MOST_MONTHS).sort((a, b) => a - b);
  const cells = new Map(report.rows.map(row => [row.cohort + ' ' + row.monthOffset, row]));
  const made = card(place, {
    id, title: 'Who stays', wide: true, parameters: given,
    text: 'Of the customers who came first in a month, the share that set a price (or bought) in each month since.',
  }, report, plot => {
    plot.className = 'scroll heatbox';
    plot.tabIndex = 0;
    plot.append(table(cohorts, offsets, cells));
  });
  return made;
}

function table(cohorts, offsets, cells) {
  const head = element('tr', {}, ...['First month', 'Customers', ...offsets.map(offset => offset === 0 ? 'Month 0' : '+' + offset)]
    .map(textContent => element('th', { scope: 'col', textContent })));
  const rows = cohorts.map(cohort => {
    const first = cells.get(cohort + ' 0');
    return element('tr', {}, element('th', { scope: 'row', textContent: month(cohort) }), element('td', { textContent: count(first?.size ?? 0) }),
      ...offsets.map(offset => heatCell(cells.get(cohort + ' ' + offset))));
  });
  return element('table', { className: 'heat' }, element('thead', {}, head), element('tbody', {}, ...rows));
}

function heatCell(row) {
  if (!row) {
    return element('td');
  }
  const made = element('td', { textContent: percent(row.share), title: `${count(row.activeCustomers)} of ${count(row.size)} customers` });
  const { background, ink } = theme.heat(row.share);
  made.style.background = background;
  made.style.color = ink;
  return made;
}
