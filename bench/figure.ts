/** One measured number, as people and programs read it. */
export interface Figure {
  /** Stable, in snake_case: programs look it up. */
  name: string;
  value: number;
  unit: string;
  /** What the value is a ratio to, or is to be compared with. */
  beside?: string;
  target?: { atLeast: number } | { atMost: number };
  /** How many single observations stand behind the value. */
  samples: number;
  /** What limits it, or under which condition it was seen. */
  note?: string;
}

/** How a measurement is run: `quick` keeps it within its share of five minutes, for a first look. */
export interface Run {
  quick: boolean;
  say(line: string): void;
}

/** Measures one topic; answers every figure that it has. */
export type Measurement = (run: Run) => Promise<Figure[]>;

/** The value below which the share `q` of the samples lies. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
