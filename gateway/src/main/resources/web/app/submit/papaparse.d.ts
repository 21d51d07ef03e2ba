/** What is used of it; the library has no types of its own. */
declare module 'papaparse' {
  export interface ParseResult {
    data: string[][];
  }
  const papa: {
    unparse(rows: string[][]): string;
    parse(text: string, config: { skipEmptyLines: boolean; delimiter?: string }): ParseResult;
  };
  export default papa;
}
