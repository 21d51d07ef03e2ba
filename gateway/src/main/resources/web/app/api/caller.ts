import { send } from './fetching';

export type Role = 'preparer' | 'certifier' | 'reviewer' | 'administrator';

/** Who the key makes its holder. */
export interface Caller {
  /** What submissions and their history call the caller. */
  holder: string;
  credentials: 'key' | 'token';
  name: string | null;
  roles: Role[];
  /** The one entity that it works for; none for the secretariat. */
  entity: string | null;
  expiresAt: string | null;
}

/** @param itsKey a key to try; without, the one that is signed in */
export async function caller(itsKey?: string): Promise<Caller> {
  return itsKey === undefined
    ? (await send<Caller>('/caller')).body
    : (await send<Caller>('/caller', { anonymous: true, headers: { Authorization: `Bearer ${itsKey}` } })).body;
}

export function isSecretariat(who: Caller): boolean {
  return who.roles.includes('reviewer') || who.roles.includes('administrator');
}

/** Whether it may prepare figures of the entity. */
export function mayPrepare(who: Caller, entity: string): boolean {
  return isSecretariat(who) || (who.roles.includes('preparer') && who.entity === entity);
}
