/**
 * A body with its variable replaced: `${name}` anywhere, the bare name where blanks, semicolons, quotes, braces or the ends
 * of the body stand around it. Next to anything else, "even a parenthesis", it is other text (Microsoft Learn, ".foreach").
 */
export function variableIn(name: string): (body: string, token: string) => string {
  const place = new RegExp(`\\$\\{${name}\\}|(?<![^\\s;"{}])${name}(?![^\\s;"{}])`, 'g');
  return (body, token) => body.replace(place, () => token);
}

/** The words of what commands printed, of a text or of a file: blanks, tabs and line ends separate them. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/[^ \t\r\n]+/g) ?? [];
}
