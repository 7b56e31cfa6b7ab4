// A card: title, one sentence how to read it, the chart, and the same figures as a table and as CSV.

import { download } from '/web/api.js';
import { cell } from '/web/format.js';

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export function table(report, limit = 500) {
  const head = element('tr', {}, ...report.columns.map(column =>
    element('th', { scope: 'col', textContent: column.name + (column.unit ? ` (${column.unit})` : '') })));
  const rows = report.rows.slice(0, limit).map(row => element('tr', {}, ...report.columns.map(column =>
    element('td', { textContent: cell(row[column.name], column), className: ['TEXT', 'DATE'].includes(String(column.type).toUpperCase()) ? 'text' : '' }))));
  const more = report.rows.length > limit
    ? element('p', { className: 'small', textContent: `The first ${limit} of ${report.rows.length} rows; the CSV has them all.` }) : null;
  return element('div', {}, element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)), more);
}

/** Adds a card to the page. `draw` gets the place for the chart and returns what it looks like in words. */
export function card(place, { id, title, text, wide, parameters }, report, draw) {
  const plot = element('div', { className: 'plot' });
  const made = element('section', { className: 'card' + (wide ? ' wide' : '') },
    element('h2', { textContent: title, id: 'title-' + id }), element('p', { textContent: text }), plot);
  made.setAttribute('aria-labelledby', 'title-' + id);
  place.append(made);
  draw(plot);
  made.append(tools(id, parameters, report));
  return made;
}

function tools(id, parameters, report) {
  const scroll = element('div', { className: 'scroll', hidden: true, tabIndex: 0 });
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', 'The figures as a table');
  const show = element('button', { type: 'button', textContent: 'Show the figures' });
  show.setAttribute('aria-expanded', 'false');
  show.addEventListener('click', () => {
    scroll.hidden = !scroll.hidden;
    show.textContent = scroll.hidden ? 'Show the figures' : 'Hide the figures';
    show.setAttribute('aria-expanded', String(!scroll.hidden));
    if (!scroll.hasChildNodes()) {
      scroll.append(table(report));
    }
  });
  const save = element('button', { type: 'button', textContent: 'Save as CSV' });
  save.addEventListener('click', () => download(id, parameters).catch(problem => alert(problem.message)));
  const notes = report.notes.length
    ? element('details', {}, element('summary', { textContent: 'How it is counted' }),
      element('ul', {}, ...report.notes.map(note => element('li', { textContent: note })))) : null;
  return element('div', {}, element('div', { className: 'tools' }, show, save, notes), scroll);
}

/** A canvas with a description for those who do not see it. */
export function canvas(place, words) {
  const made = element('canvas', {}, words);
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', words);
  place.append(made);
  return made;
}
