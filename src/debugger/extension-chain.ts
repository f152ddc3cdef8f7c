import type { Text } from './text.ts';

/** What `.chain` and `version` say of extensions: there are no libraries to load. */
export function writeExtensionChain(text: Text, extensions: readonly string[]): void {
  text.line('Extension DLL search Path:').line('    <none: extensions are built in>').line('Extension DLL chain:');
  for (const name of extensions)
    text.line(`    ${name}: built in; ! commands of kdexts, ntsdexts, ext and uext by name`);
}
