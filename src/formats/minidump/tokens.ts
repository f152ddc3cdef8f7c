import type { Extent, MinidumpFile } from './minidump-file.ts';

/** A security token, raw: the data behind MINIDUMP_TOKEN_INFO_HEADER has no documented layout. */
export interface MinidumpToken {
  readonly id: number;
  readonly handle: bigint;
  readonly bytes: Uint8Array;
}

/**
 * TokenStream: MINIDUMP_TOKEN_INFO_LIST (TokenListSize, TokenListEntries, ListHeaderSize, ElementHeaderSize), then
 * elements that begin with TokenSize, TokenId and TokenHandle (minidumpapiset.h). TokenSize covers the element's header.
 */
export function readTokens(file: MinidumpFile, stream: Extent): MinidumpToken[] | null {
  const structure = 'MINIDUMP_TOKEN_INFO_LIST';
  if (stream.available < 16) return file.tooShort(stream, structure, 16);
  const head = file.view(stream.offset, 16);
  const claimed = head.getUint32(4, true);
  const headerSize = head.getUint32(8, true);
  const elementHeader = head.getUint32(12, true);
  if (headerSize < 16 || elementHeader < 16) {
    file.problems.add(
      'bad-size',
      structure,
      stream.offset,
      `${structure} claims headers of ${headerSize} and ${elementHeader} bytes; both need 16`,
    );
    return null;
  }
  const tokens: MinidumpToken[] = [];
  let at = headerSize;
  for (let index = 0; index < claimed; index++) {
    const element = at + 16 <= stream.available ? file.view(stream.offset + at, 16) : null;
    const size = element?.getUint32(0, true) ?? 0;
    if (!element || size < elementHeader || at + size > stream.available) {
      file.problems.add(
        'bad-count',
        structure,
        stream.offset + at,
        `${structure} claims ${claimed} tokens; ${index} can be read`,
      );
      break;
    }
    tokens.push({
      id: element.getUint32(4, true),
      handle: element.getBigUint64(8, true),
      bytes: file.source.read(stream.offset + at + elementHeader, size - elementHeader),
    });
    at += size;
  }
  return tokens;
}
