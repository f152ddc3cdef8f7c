/** A page of docs/, put into the bundle as text. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
