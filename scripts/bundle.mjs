// Bundles one entry into one file with Vite: start-up of the command line is dominated by the number of modules.
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'vite';

export async function bundle(entry, outDir, fileName, banner = '', split = false) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(import.meta.dirname, '..'),
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: [...builtinModules, /^node:/],
        output: { codeSplitting: split, entryFileNames: fileName, chunkFileNames: 'parts/[name]-[hash].mjs', banner },
      },
    },
  });
}
