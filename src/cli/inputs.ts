import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A path to open; `named` when the user named it, as opposed to one met inside a folder. */
export interface InputPath {
  readonly path: string;
  readonly named: boolean;
}

const DEEPEST = 32;

/** The files behind the arguments: folders are walked in name order, symbolic links inside them are not followed. */
export function* inputPaths(paths: readonly string[]): Generator<InputPath> {
  for (const path of paths) {
    if (path !== '-' && isDirectory(path)) yield* walk(path, 0);
    else yield { path, named: true };
  }
}

function* walk(folder: string, depth: number): Generator<InputPath> {
  if (depth > DEEPEST) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, depth + 1);
    else if (entry.isFile()) yield { path, named: false };
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
