// What a person allowed us, or forbade us: entries of the log `permissions`, one for each thing
// they said. An entry names those it has seen and replaces (`after`), so that of two written
// apart, and of an import that has seen nothing, neither undoes the other.

import type { SetItem } from './record.ts';

export const channels = ['mail', 'phone', 'message', 'post', 'visit'] as const;
export type Channel = (typeof channels)[number];

export const purposes = ['service', 'marketing', 'research', 'introductions'] as const;
export type Purpose = (typeof purposes)[number];

export const permissionStates = ['given', 'asked', 'withdrawn', 'objected'] as const;
export type PermissionState = (typeof permissionStates)[number];

export const bases = ['consent', 'contract', 'interest', 'asked'] as const;
export type Basis = (typeof bases)[number];

export type Permission = {
  /** Under which later entries name it. */
  id: string;
  channel: Channel | 'any';
  purpose: Purpose;
  state: PermissionState;
  basis?: Basis;
  /** Where it was said: a letter, a form, a call. */
  source: string;
  /** What they were asked, or agreed to. */
  wording: string;
  /** ms since 1970. */
  at: number;
  by: string;
  /** YYYY-MM-DD, the last day on which it counts. */
  until?: string;
  /** Ids of entries that this one has seen and replaces. */
  after: readonly string[];
  /** Written by mistake, and taken back. */
  isTakenBack: boolean;
};

/** Undefined for what this version does not know. */
export function permissionOf({ value, more = {} }: SetItem): Permission | undefined {
  const channel = value === 'any' ? value : oneOf(channels, value);
  const purpose = oneOf(purposes, more['purpose']);
  const state = oneOf(permissionStates, more['state']);
  if (channel === undefined || purpose === undefined || state === undefined) return undefined;
  const basis = oneOf(bases, more['basis']);
  const { until } = more;
  return {
    id: permissionKey({ value, more }),
    channel,
    purpose,
    state,
    ...(basis === undefined ? {} : { basis }),
    source: more['source'] ?? '',
    wording: more['wording'] ?? '',
    at: Number(more['at'] ?? 0) || 0,
    by: more['by'] ?? '',
    ...(until === undefined || until === '' ? {} : { until }),
    after: (more['after'] ?? '').split(' ').filter((id) => id !== ''),
    isTakenBack: more[takenBack] !== undefined,
  };
}

/** Marks an entry that was taken back: nothing is ever taken out of the log. */
export const takenBack = 'takenBack';

type Entry = Pick<SetItem, 'value'> & { more?: SetItem['more'] | undefined };

/** By its id; what has none is known by what it says, on every laptop. */
export const permissionKey = ({ value, more = {} }: Entry): string =>
  more['id'] ??
  [value, more['purpose'], more['state'], more['at'], more['source']]
    .map((part) => encodeURIComponent(part ?? ''))
    .join(':');

const oneOf = <const T extends string>(known: readonly T[], text: string | undefined) =>
  known.find((one) => one === text);
