/** When a year is to be reported, as /reporting-windows says. */
export interface Window {
  year: number;
  opens: string;
  deadline: string;
  extensions: { entity: string; deadline: string; reason?: string }[];
}
