/** Files that were sent from this window, so that their lines can be shown beside what is found in them. Nothing leaves the browser. */
const files = new Map<string, File>();

export function rememberFile(id: string, file: File): void {
  files.set(id, file);
}

export function fileOf(id: string): File | undefined {
  return files.get(id);
}
