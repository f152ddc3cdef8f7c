/**
 * The debuggers' search path (`_NT_SYMBOL_PATH`), by Microsoft Learn "Symbol path for Windows debuggers" and "Advanced
 * SymSrv use": elements between semicolons, each a directory, a URL, `cache*`, `srv*` or `symsrv*`.
 */
export type SearchElement =
  | { readonly kind: 'directory'; readonly path: string }
  /** A symbol server written without `srv*`; not Microsoft's, but what people write. */
  | { readonly kind: 'url'; readonly url: string }
  /** Everything found further right is kept in this store; null is the default one. */
  | { readonly kind: 'cache'; readonly path: string | null }
  /** Stores asked from left to right; what one has is kept in those before it. */
  | { readonly kind: 'server'; readonly dll: string | null; readonly stores: readonly StoreLocation[] };

/** A symbol store: a directory, a server, or the default downstream store (an empty part, as in `srv**URL`). */
export type StoreLocation =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'default' };

/** What is odd in a search path; `column` is the 0-based place of its element in the text after `%VAR%` expansion. */
export interface SearchPathProblem {
  readonly element: string;
  readonly column: number;
  readonly message: string;
}

export interface SearchPath {
  readonly elements: readonly SearchElement[];
  readonly problems: readonly SearchPathProblem[];
}

/** SymSrv reads no more stores than this in one element. */
const MOST_STORES = 10;

/**
 * Parses a search path. Double quotes protect `;` and `*` and are dropped; `%NAME%` is replaced by `environment`, and
 * left alone when that knows no such name. Nothing is refused: what is odd is told and the rest is used.
 */
export function parseSearchPath(
  text: string,
  environment: (name: string) => string | undefined = () => undefined,
): SearchPath {
  const expanded = text.replace(/%([^%;]+)%/g, (whole, name: string) => environment(name) ?? whole);
  const elements: SearchElement[] = [];
  const problems: SearchPathProblem[] = [];
  for (const { parts, column, raw } of split(expanded)) {
    const tell = (message: string) => problems.push({ element: raw.trim(), column, message });
    const element = readElement(parts, tell);
    if (element) elements.push(element);
  }
  if (([...expanded].filter((char) => char === '"').length & 1) === 1) {
    problems.push({ element: expanded, column: expanded.lastIndexOf('"'), message: 'a quotation mark is not closed' });
  }
  return { elements, problems };
}

interface Part {
  readonly text: string;
  readonly quoted: boolean;
}

/** Elements between unquoted semicolons, each as its parts between unquoted asterisks. */
function split(text: string): { parts: Part[]; column: number; raw: string }[] {
  const found: { parts: Part[]; column: number; raw: string }[] = [];
  let parts: Part[] = [];
  let part = '';
  let wasQuoted = false;
  let quoted = false;
  let start = 0;
  const endPart = () => {
    parts.push({ text: wasQuoted ? part : part.trim(), quoted: wasQuoted });
    part = '';
    wasQuoted = false;
  };
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '"') {
      // Blanks around a quoted part are not part of it.
      if (!quoted && part.trim() === '') part = '';
      quoted = !quoted;
      wasQuoted = true;
    } else if (char === undefined || (char === ';' && !quoted)) {
      endPart();
      const raw = text.slice(start, at);
      if (parts.length > 1 || parts[0]!.text !== '') found.push({ parts, column: start, raw });
      parts = [];
      start = at + 1;
    } else if (char === '*' && !quoted) endPart();
    else if (!(wasQuoted && !quoted && /\s/.test(char))) part += char;
  }
  return found;
}

function readElement(parts: readonly Part[], tell: (message: string) => void): SearchElement | null {
  const [first, ...rest] = parts;
  if (!first) return null;
  if (rest.length === 0) return plain(first.text, tell);
  switch (first.text.toLowerCase()) {
    case 'srv':
      return server(null, rest, tell);
    case 'symsrv': {
      const [dll, ...stores] = rest;
      if (stores.length === 0) tell('symsrv* names no store after the DLL');
      else if (dll!.text.toLowerCase() !== 'symsrv.dll') {
        tell(`the server DLL ${dll!.text} is not run; its stores are read as SymSrv stores`);
      }
      return server(dll!.text, stores, tell);
    }
    case 'cache': {
      if (rest.length > 1) tell('cache* takes one directory; the rest is not used');
      const path = rest[0]!.text;
      if (isUrl(path)) {
        tell('cache* takes a directory, not a URL');
        return null;
      }
      return { kind: 'cache', path: path === '' ? null : path };
    }
    default: {
      const path = parts.map(({ text }) => text).join('*');
      tell(`${first.text}* is not known; it is read as a directory (known: srv*, symsrv*, cache*)`);
      return plain(path, tell);
    }
  }
}

function plain(text: string, tell: (message: string) => void): SearchElement {
  if (isUrl(text)) return { kind: 'url', url: text };
  if (/^(srv|cache|symsrv)$/i.test(text)) tell(`${text} without * is read as a directory; did you mean ${text}*?`);
  return { kind: 'directory', path: text };
}

function server(dll: string | null, parts: readonly Part[], tell: (message: string) => void): SearchElement | null {
  if (parts.length === 0) return null;
  if (parts.length > MOST_STORES) tell(`more than ${MOST_STORES} stores in one element; the rest is not used`);
  const stores = parts.slice(0, MOST_STORES).map(({ text }): StoreLocation => {
    if (text === '') return { kind: 'default' };
    return isUrl(text) ? { kind: 'url', url: text } : { kind: 'directory', path: text };
  });
  stores.slice(0, -1).forEach((store) => {
    if (store.kind === 'url') tell('a URL stands before other stores; nothing can be kept in it');
  });
  return { kind: 'server', dll, stores };
}

export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** The text of a search path; parsing it gives the same elements. */
export function printSearchPath(elements: readonly SearchElement[]): string {
  return elements.map(printElement).join(';');
}

function printElement(element: SearchElement): string {
  switch (element.kind) {
    case 'directory':
      return quote(element.path, true);
    case 'url':
      return quote(element.url, true);
    case 'cache':
      return `cache*${element.path === null ? '' : quote(element.path)}`;
    case 'server': {
      const head = element.dll === null ? ['srv'] : ['symsrv', quote(element.dll)];
      return [...head, ...element.stores.map(printStore)].join('*');
    }
  }
}

function printStore(store: StoreLocation): string {
  if (store.kind === 'default') return '';
  return quote(store.kind === 'url' ? store.url : store.path);
}

function quote(text: string, alone = false): string {
  return /[;*]|^\s|\s$/.test(text) || (alone && text === '') ? `"${text}"` : text;
}

/** Every URL that a search path may make us ask, in order; none means that nothing is ever downloaded. */
export function urlsOf(elements: readonly SearchElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.kind === 'url') return [element.url];
    if (element.kind !== 'server') return [];
    return element.stores.flatMap((store) => (store.kind === 'url' ? [store.url] : []));
  });
}

/** A URL as messages may show it: without user name, password, query (tokens are often there) and fragment. */
export function redactUrl(url: string): string {
  const parts = /^(https?:\/\/)([^?#]*)(\?)?/i.exec(url);
  if (!parts) return '(a URL that cannot be read)';
  const [, scheme = '', place = '', query] = parts;
  const authority = place.split('/', 1)[0]!;
  // A slash in an unescaped password ends the authority too early; what follows a colon is then no port.
  const split = !authority.includes('@') && /:(?!\d*$)/.test(authority) ? place : authority;
  const at = split.lastIndexOf('@');
  const shown = at < 0 ? place : `…@${place.slice(at + 1)}`;
  return `${scheme.toLowerCase()}${shown}${query ? '?…' : ''}`;
}

/** A search path as messages may show it. */
export function redactSearchPath(elements: readonly SearchElement[]): string {
  const safe = (store: StoreLocation): StoreLocation =>
    store.kind === 'url' ? { kind: 'url', url: redactUrl(store.url) } : store;
  return printSearchPath(
    elements.map((element) => {
      if (element.kind === 'url') return { kind: 'url', url: redactUrl(element.url) };
      return element.kind === 'server' ? { ...element, stores: element.stores.map(safe) } : element;
    }),
  );
}
