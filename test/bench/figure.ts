/** One measured figure; `target` is `< 0.4` or `> 25` in the same unit, or empty. */
export interface Figure {
  readonly name: string;
  readonly figure: number | null;
  readonly unit: string;
  readonly target: string;
  /** For people: why there is no figure, or what it was measured against. */
  readonly note?: string;
}

/** What a file `test/bench/NAME.bench.ts` exports. */
export interface BenchModule {
  run(): Promise<readonly Figure[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Figures as aligned lines; the margin is above 1 when the target is met. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, figure, unit, target, note }) => {
    const [, sign, limit] = /^([<>]) ([\d.]+)$/.exec(target) ?? [];
    const ratio = figure === null || !limit ? null : sign === '>' ? figure / Number(limit) : Number(limit) / figure;
    return [
      name,
      figure === null ? 'absent' : `${digits(figure)} ${unit}`,
      target,
      ratio === null ? '' : `${digits(ratio)}x${ratio < 1 ? '  MISSED' : ''}`,
      note ?? '',
    ];
  });
  const all = [['what', 'figure', 'target', 'margin', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
