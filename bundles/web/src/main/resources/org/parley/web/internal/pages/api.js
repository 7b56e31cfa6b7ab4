// Talks to the API with the key of this tab. The key comes in the address's fragment, which browsers never send.

const STORE = 'parley-key';

export function takeKeyFromAddress() {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key) {
    sessionStorage.setItem(STORE, key);
    history.replaceState(null, '', location.pathname + location.search);
  }
}

export const hasKey = () => Boolean(sessionStorage.getItem(STORE));
export const keepKey = key => sessionStorage.setItem(STORE, key.trim());
export const forgetKey = () => sessionStorage.removeItem(STORE);

export class Problem extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function get(path, accept) {
  const answer = await fetch('/api/v1' + path, {
    headers: { Authorization: 'Bearer ' + sessionStorage.getItem(STORE), Accept: accept },
    cache: 'no-store', referrerPolicy: 'no-referrer',
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Problem(answer.status, problem.detail || problem.title || `the server answered ${answer.status}`);
  }
  return answer;
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return given.length ? '?' + new URLSearchParams(given) : '';
}

/** A report: its columns and notes, and its rows as objects by column name. */
export async function report(id, parameters = {}) {
  const table = await (await get(`/reports/${id}${query(parameters)}`, 'application/json')).json();
  const names = table.columns.map(column => column.name);
  const rows = table.rows.map(row => Object.fromEntries(row.map((cell, i) => [names[i], cell])));
  return { ...table, rows };
}

/** Saves a report as CSV: by fetch, since a plain link would not carry the key. */
export async function download(id, parameters = {}) {
  const blob = await (await get(`/reports/${id}${query(parameters)}`, 'text/csv')).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = id + '.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
