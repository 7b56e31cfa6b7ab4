export const id = 'cohort-retention';
export function retention(rows, age) { return null; }
export function draw() {}
