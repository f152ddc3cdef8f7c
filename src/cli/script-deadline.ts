import { Worker } from 'node:worker_threads';

/** The status of a script that was stopped, as the `timeout` command of Unix has it. */
const STOPPED = 124;
/** Milliseconds that a script has to give way before it is killed. */
const GRACE = 500;

/**
 * Ends the process after so many seconds with status 124. A loop that never gives way is killed from another thread,
 * which status 137 tells.
 */
export function startDeadline(seconds: number, message: string): void {
  const timer = setTimeout(() => {
    process.stderr.write(message);
    process.exit(STOPPED);
  }, seconds * 1000);
  timer.unref();
  const guard = new Worker(GUARD, { eval: true, workerData: { after: seconds * 1000 + GRACE, message } });
  guard.unref();
}

/** As text, because the bundle has no file for it. */
const GUARD = `
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
setTimeout(() => {
  writeSync(2, workerData.message);
  process.kill(process.pid, 'SIGKILL');
}, workerData.after);
`;
