// Colours that go together in light and dark, and tell apart for the colour-blind: by lightness as well as by hue.

const dark = matchMedia('(prefers-color-scheme: dark)');

export const onThemeChange = listener => dark.addEventListener('change', listener);

export function series(i) {
  const light = ['#0f766e', '#d97706', '#4f46e5', '#be185d', '#0284c7', '#65a30d'];
  const night = ['#2dd4bf', '#fbbf24', '#a5b4fc', '#f472b6', '#38bdf8', '#a3e635'];
  return (dark.matches ? night : light)[i % light.length];
}

export const tiers = {
  get NONE() { return dark.matches ? '#56626d' : '#c3ccd4'; },
  get BASIC() { return dark.matches ? '#7c9cc9' : '#9db8dd'; },
  get STANDARD() { return dark.matches ? '#2a9d8f' : '#42a89c'; },
  get PREMIUM() { return dark.matches ? '#5eead4' : '#0b5f58'; },
};

export const ink = () => dark.matches ? '#e6ebef' : '#17212b';
export const soft = () => dark.matches ? '#9aa7b3' : '#5b6875';
export const faint = () => dark.matches ? '#2b3640' : '#e9edf0';
export const low = () => dark.matches ? '#fb923c' : '#e07b39';

/** The heat of a share from 0 to 1: background, and ink that can be read on it. */
export function heat(share) {
  const from = dark.matches ? [24, 33, 42] : [240, 246, 246];
  const to = dark.matches ? [45, 180, 164] : [11, 95, 88];
  const mixed = from.map((value, i) => Math.round(value + (to[i] - value) * Math.min(1, Math.max(0, share))));
  const light = (mixed[0] * 299 + mixed[1] * 587 + mixed[2] * 114) / 1000 > 135;
  return { background: `rgb(${mixed.join(' ')})`, ink: light ? '#17212b' : '#ffffff' };
}

/** What all charts have in common. */
export function options(more = {}) {
  const axis = extra => ({ grid: { color: faint() }, border: { display: false }, ticks: { color: soft(), maxRotation: 0, autoSkipPadding: 14 }, ...extra });
  return {
    responsive: true, maintainAspectRatio: false, animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 350 },
    interaction: { mode: 'index', intersect: false },
    ...more,
    plugins: {
      legend: { position: 'bottom', align: 'start', labels: { color: ink(), usePointStyle: true, pointStyle: 'rectRounded', boxHeight: 7, padding: 14 } },
      ...more.plugins,
    },
    scales: { x: axis({ grid: { display: false }, ...more.scales?.x }), y: axis({ beginAtZero: true, ...more.scales?.y }) },
  };
}
