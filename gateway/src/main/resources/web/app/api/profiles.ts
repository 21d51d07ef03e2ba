import type { Decimal } from '../language/formats';
import type { ProfileKind } from './addresses';
import { get } from './fetching';
import type { Coverage, Cube, Obstacle } from './questions';

/** A block's question, how to ask it, and how much of the system its answer covers. */
export interface Block {
  question: Record<string, unknown>;
  href: string;
  coverage: Coverage;
  obstacle?: Obstacle;
  notes: string[];
}

export interface Figure {
  amount: Decimal | null;
  lines: number | null;
  share: Decimal | null;
}

export interface Peer extends Figure {
  code: string;
  label: string;
  rank: number;
}

export interface Ranks {
  among?: { code: string; label: string; level: string };
  rank: number;
  of: number;
  peers: Peer[];
}

export interface Part extends Figure {
  code: string | null;
  label: string;
}

export interface Mix extends Block {
  dimension: string;
  level: string;
  parts: Part[];
  others?: Part;
  total?: Decimal;
}

export interface YearFigure extends Figure {
  year: number;
  change: Decimal | null;
  growth: Decimal | null;
}

export interface ProfileCube {
  cube: Cube;
  figures: Block & Figure;
  ranks: Ranks[];
  trend: Block & { years: YearFigure[] };
  mixes: Mix[];
}

export interface ProfileGap {
  cube: Cube;
  dimensions: string[];
  entities: string[];
  amountReported: Decimal;
  reason: string;
  href: string;
}

export interface Profile {
  kind: ProfileKind;
  dimension: string;
  code: string;
  level: string;
  labels: Record<string, string>;
  definition?: string;
  parents: { code: string; label: string; level: string }[];
  groups: { hierarchy: string; code: string; label: string }[];
  year: number;
  edition: number;
  publishedAt: string;
  cubes: ProfileCube[];
  gaps: ProfileGap[];
}

export function profile(kind: ProfileKind, code: string, year?: string, edition?: string): Promise<Profile> {
  const parameters = new URLSearchParams();
  if (year) {
    parameters.set('year', year);
  }
  if (edition) {
    parameters.set('edition', edition);
  }
  return get<Profile>(`/profiles/${kind}/${encodeURIComponent(code)}${parameters.size ? '?' : ''}${parameters}`);
}
