// Colours that go together in light and dark, and tell apart for the colour-blind: by lightness as well as by hue.

const dark = matchMedia('(prefers-color-scheme: dark)');

export const onThemeChange = listener => dark.addEventListener('change', listener);

export function series(i) {
  const light = ['#0f766e', '#d97706', '#4f46e5', '#be185d', '#0284c7', '#65a30d'];
  const night = ['#2bb3a3', '#e3ab45', '#a5b4fc', '#f472b6', '#38bdf8', '#a3e635'];
  return (dark.matches ? night : light)[i % light.length];
}

/** From trust (dark teal) to none (grey); what is not gated stands apart in violet. */
const PLACES = {
  PREMIUM: ['#0b5f58', '#4fd1bf'], STANDARD: ['#42a89c', '#2a9d8f'], BASIC: ['#a3d9d2', '#1c6b63'], WARMUP: ['#9db8dd', '#7c9cc9'],
  RETRIAL: ['#c7d5ea', '#56719a'], WARNED: ['#f2b457', '#fbbf24'], SUSPENDED: ['#d9694a', '#f4845f'], VOLUNTARY: ['#b9b0e0', '#8d80c9'],
  FIXED: ['#c3ccd4', '#56626d'], OTHER: ['#dfe4e8', '#3a4650'],
};

export const places = Object.defineProperties({}, Object.fromEntries(Object.entries(PLACES)
  .map(([name, [light, night]]) => [name, { get: () => dark.matches ? night : light }])));

export const ink = () => dark.matches ? '#e6ebef' : '#17212b';
export const soft = () => dark.matches ? '#9aa7b3' : '#5b6875';
export const faint = () => dark.matches ? '#2b3640' : '#e9edf0';

/** The heat of a share from 0 to 1: background, and ink that can be read on it. Squared, for shares are mostly high. */
export function heat(share) {
  const from = dark.matches ? [24, 33, 42] : [240, 246, 246];
  const to = dark.matches ? [45, 180, 164] : [11, 95, 88];
  const mixed = from.map((value, i) => Math.round(value + (to[i] - value) * Math.min(1, Math.max(0, share)) ** 2));
  const light = (mixed[0] * 299 + mixed[1] * 587 + mixed[2] * 114) / 1000 > 135;
  return { background: `rgb(${mixed.join(' ')})`, ink: light ? '#17212b' : '#ffffff' };
}

/** An axis that keeps in the background. */
export const axis = extra => ({ grid: { color: faint() }, border: { display: false }, ticks: { color: soft(), maxRotation: 0, autoSkipPadding: 14 }, ...extra });

/** What all charts have in common. */
export function options(more = {}) {
  return {
    responsive: true, maintainAspectRatio: false, animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 350 },
    interaction: { mode: 'index', intersect: false },
    ...more,
    plugins: {
      legend: { position: 'bottom', align: 'start', labels: { color: ink(), usePointStyle: true, pointStyle: 'rectRounded', boxHeight: 7, padding: 14 } },
      ...more.plugins,
    },
    scales: { ...more.scales, x: axis({ grid: { display: false }, ...more.scales?.x }), y: axis({ beginAtZero: true, ...more.scales?.y }) },
  };
}
