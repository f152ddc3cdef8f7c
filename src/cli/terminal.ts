import pc from 'picocolors';

/** How wide the output may be and whether it may be coloured: 100 columns where there is no terminal. */
export function terminal(): { width: number; color: boolean } {
  const columns = process.stdout.columns ?? Number(process.env['COLUMNS'] ?? 0);
  return {
    width: columns > 0 ? Math.min(columns, 160) : 100,
    color: pc.isColorSupported && (process.stdout.isTTY || 'FORCE_COLOR' in process.env),
  };
}
