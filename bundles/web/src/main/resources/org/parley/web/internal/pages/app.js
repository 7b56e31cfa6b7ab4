// Puts the page together: the key, the parameters, the figures and the cards.

import * as api from '/web/api.js';
import { element } from '/web/card.js';
import * as cohorts from '/web/cohorts.js';
import * as distribution from '/web/distribution.js';
import { count, money, percent, signedPercent } from '/web/format.js';
import * as revenue from '/web/revenue.js';
import * as standing from '/web/standing.js';
import { onThemeChange } from '/web/theme.js';

const CARDS = [revenue, distribution, standing, cohorts];
const at = id => document.getElementById(id);
let shown = [];

function say(text, bad = false) {
  at('message').textContent = text;
  at('message').className = bad ? 'bad' : '';
}

/** What the form asks for; its last day is meant, the API's `to` is the day after. */
function parameters() {
  const given = Object.fromEntries(new FormData(at('range')));
  return { ...given, to: given.to && new Date(Date.parse(given.to) + 864e5).toISOString().slice(0, 10) };
}

/** Where nothing was priced, purchases can tell who stays. */
async function fetchReport(part, given) {
  const report = await api.report(part.id, part.parameters(given));
  return part === cohorts && report.rows.length === 0 ? api.report(part.id, { ...part.parameters(given), basis: 'purchase' }) : report;
}

function ask(text = '') {
  at('ask').hidden = false;
  at('range').hidden = true;
  at('figures').hidden = true;
  at('cards').replaceChildren();
  say(text, Boolean(text));
  at('key').focus();
}

async function load() {
  say('Loading …');
  at('ask').hidden = true;
  const given = parameters();
  try {
    const reports = await Promise.all(CARDS.map(part => fetchReport(part, given)));
    shown = CARDS.map((part, i) => [part, reports[i]]);
    at('range').hidden = false;
    offerOfferings(reports[0].rows);
    show(given);
    say(reports.every(report => report.rows.length === 0) ? 'Nothing has been priced in this time.' : '');
  } catch (problem) {
    if (problem.status === 401 || problem.status === 403) {
      api.forgetKey();
      ask(problem.status === 401 ? 'The server does not know this key.' : 'This key does not open the reports.');
    } else {
      say(`The reports could not be loaded: ${problem.message}`, true);
    }
  }
}

function show(given) {
  at('cards').replaceChildren();
  figures(...shown.map(([, report]) => report));
  for (const [part, report] of shown) {
    part.draw(at('cards'), report, part.parameters(given));
  }
}

function offerOfferings(rows) {
  const select = at('range').elements.offering;
  const known = new Set([...select.options].map(option => option.value));
  for (const name of [...new Set(rows.map(row => row.offering))].sort()) {
    if (!known.has(name)) {
      select.append(element('option', { value: name, textContent: name }));
    }
  }
}

function figures(revenueReport, distributionReport, standingReport, cohortReport) {
  const { lines } = revenue.sums(revenueReport.rows);
  const byCurrency = new Map();
  let cycles = 0;
  for (const { currency, at: sums } of lines.values()) {
    for (const sum of sums.values()) {
      byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + sum.revenue);
      cycles += sum.cycles;
    }
  }
  const prices = distribution.summary(distributionReport.rows);
  const people = standing.summary(standingReport.rows);
  const boxes = [
    ...[...byCurrency].map(([currency, sum]) => ['Revenue', money(sum, currency), `from ${count(cycles)} payments`]),
    ['Average price', signedPercent(prices.mean, 1), 'against the suggestion'],
    ['Paid nothing', percent(prices.zeroShare, 1), 'of prices with a suggestion'],
    ['Paid in full', percent(prices.fairShare), 'the suggestion or more'],
    ['Relationships', count(people.total), people.premium === null ? '' : `${percent(people.premium)} of the gated are premium`],
    ['Still here after 3 months', percent(cohorts.retention(cohortReport.rows, 3)), 'of those who came that long ago'],
  ];
  at('figures').replaceChildren(...boxes.map(([name, value, aside]) => element('dl', { className: 'figure' },
    element('dt', { textContent: name }), element('dd', { textContent: value }), element('dd', { className: 'aside', textContent: aside }))));
  at('figures').hidden = false;
}

at('key-form').addEventListener('submit', event => {
  event.preventDefault();
  api.keepKey(at('key').value);
  at('key').value = '';
  load();
});
at('range').addEventListener('submit', event => {
  event.preventDefault();
  load();
});
at('leave').addEventListener('click', () => {
  api.forgetKey();
  ask();
});
onThemeChange(() => shown.length && show(parameters()));

function enter() {
  api.takeKeyFromAddress();
  api.hasKey() ? load() : ask();
}
addEventListener('hashchange', enter);
enter();
