// One item of somebody's public feed, as it was fetched. Nobody edits it: when its feed
// changes it, the new words stand in front of the earlier ones. Its text is the note.

import type { JsonValue } from './record.ts';
import { time } from '../fields/day.ts';
import { data, link, marks } from '../fields/link.ts';
import { handle, isText, text } from '../fields/text.ts';
import { isTime } from '../values/time.ts';
import { defineKind, type RecordRow } from './kind.ts';
import { titleOrNote } from './moment.ts';

type Version = { [field: string]: JsonValue } & { seenAt: number; words: string; note: string };

const versionFields = ['seenAt', 'words', 'title', 'text', 'media'] as const;
const mostVersions = 5;

export const post = defineKind('post', {
  collection: 'posts',
  privacy: 'as-linked',
  onErase: 'with-owner',
  at: 'when',
  fields: {
    /** Whose feed it came by. */
    owner: link({ to: ['people', 'groups'], owner: true }),
    /** The feed's address, and the address of the item itself. */
    feed: handle({ hidden: true }),
    link: handle(),
    network: text(),
    title: text({ search: 'name' }),
    author: text({ search: 'contact' }),
    /** When it was posted; never after it was fetched. */
    when: time(),
    /** Block[] and Media[] of src-shared/feeds/feed.ts. */
    text: data({ is: Array.isArray }),
    media: data({ is: (stored) => Array.isArray(stored) && stored.every(isMedia) }),
    language: text(),
    /** When these words were last found new, and their fingerprint. */
    seenAt: time({ hidden: true }),
    words: text({ hidden: true }),
    /** What it said before: { seenAt, words, title, text, media, note }[], the latest last. */
    earlier: data({ is: (stored) => Array.isArray(stored) && stored.every(isVersion) }),
    /** Fingerprints by which the same item is recognised. */
    marks: marks(),
  },
  sets: {},
  name: titleOrNote,
  combine: (mine, theirs) => {
    const versions = new Map<string, Version>();
    for (const version of [...versionsOf(mine), ...versionsOf(theirs)]) {
      const known = versions.get(version.words);
      if (known === undefined || version.seenAt > known.seenAt)
        versions.set(version.words, version);
    }
    const ordered = [...versions.values()].toSorted(
      (a, b) => a.seenAt - b.seenAt || (a.words < b.words ? -1 : 1),
    );
    return withVersions(isBefore(mine, theirs) ? mine : theirs, ordered);
  },
});

/** The row that says the last of these, and before it the others. At least one. */
export function withVersions(row: RecordRow, ordered: readonly Version[]): RecordRow {
  const kept = Object.entries(row.fields).filter(([field]) => !isOfVersion(field));
  const { note, ...latest } = ordered.at(-1) ?? currentOf(row);
  const earlier = ordered.slice(-mostVersions, -1);
  return {
    ...row,
    fields: {
      ...Object.fromEntries(kept),
      ...latest,
      ...(earlier.length === 0 ? {} : { earlier }),
    },
    note,
  };
}

/** The first to have fetched it is the one who is named. */
const isBefore = (a: RecordRow, b: RecordRow): boolean =>
  a.origin.at !== b.origin.at ? a.origin.at < b.origin.at : a.origin.device <= b.origin.device;

const isOfVersion = (field: string): boolean =>
  field === 'earlier' || versionFields.some((name) => name === field);

export const versionsOf = (row: RecordRow): Version[] => {
  const { earlier } = row.fields;
  return [...(Array.isArray(earlier) ? earlier.filter(isVersion) : []), currentOf(row)];
};

function currentOf({ fields, note }: RecordRow): Version {
  const kept = versionFields.flatMap((field) =>
    fields[field] === undefined ? [] : [[field, fields[field]]],
  );
  return {
    ...Object.fromEntries(kept),
    seenAt: Number(fields['seenAt'] ?? 0),
    words: typeof fields['words'] === 'string' ? fields['words'] : '',
    note,
  };
}

const isVersion = (value: JsonValue): value is Version =>
  isParts(value) &&
  isTime(value['seenAt']) &&
  isText(value['words'] ?? null) &&
  isText(value['note'] ?? null) &&
  isText(value['title'] ?? '');

const isMedia = (value: JsonValue): boolean =>
  isParts(value) && ['url', 'alt', 'kind'].every((part) => isText(value[part] ?? null));

const isParts = (value: JsonValue): value is { [part: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
