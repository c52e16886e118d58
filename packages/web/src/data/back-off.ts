const firstMs = 500;
const maxMs = 30_000;

/** How long to wait before trying again after so many failures in a row, in milliseconds; `random` in [0, 1) spreads the pages apart. */
export const backOff = (failures: number, random: number): number => Math.min(maxMs, firstMs * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);
