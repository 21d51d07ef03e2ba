/** Fetches the shapes of countries, by ISO alpha-2 codes as the standards' locations have them, when the first map is drawn. */
export async function loadWorld(register: (name: string, map: never) => void, has: (name: string) => unknown): Promise<void> {
  if (!has('world')) {
    const { default: shapes } = await import('./world.json');
    register('world', shapes as never);
  }
}
