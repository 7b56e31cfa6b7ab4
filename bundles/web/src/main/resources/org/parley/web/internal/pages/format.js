// How figures are written.

const locale = navigator.language || 'en';
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

export const count = value => whole.format(Number(value));
export const percent = (value, digits = 0) => value === null || value === undefined || Number.isNaN(Number(value)) ? '–'
  : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(Number(value));
export const signedPercent = (value, digits = 0) => value === null || value === undefined || Number.isNaN(value) ? '–'
  : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(Number(value));

export function money(amount, currency) {
  const digits = Math.abs(amount) >= 10000 || Number.isInteger(amount) ? 0 : undefined;
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits, minimumFractionDigits: digits })
      .format(Number(amount));
  } catch {
    return `${amount} ${currency}`;
  }
}

const monthName = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
const dayName = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' });

export const month = text => monthName.format(new Date(text.slice(0, 7) + '-01T00:00:00Z'));
export const day = text => dayName.format(new Date(text + 'T00:00:00Z'));

/** A cell of a plain table, by its column. */
export function cell(value, column) {
  if (value === null || value === undefined) {
    return '–';
  }
  const type = String(column.type).toUpperCase();
  if (type === 'RATIO') {
    return percent(value, 1);
  }
  return type === 'COUNT' ? count(value) : String(value);
}
