// Something that happened with people. Its text is the record's note.

import { choice, yesNo } from '../fields/choice.ts';
import { time } from '../fields/day.ts';
import { count } from '../fields/number.ts';
import { data, link, links } from '../fields/link.ts';
import { handle, isText, longText, text } from '../fields/text.ts';
import { marks } from '../fields/set.ts';
import { defineKind, type RecordContent, type Said } from './kind.ts';
import { markKeys } from './moment-marks.ts';
import { joinText } from './fold.ts';
import type { RecordDoc } from './record.ts';

/** Finds what was made of a post. */
const postPrefix = 'post:';
export const postKey = (post: string): string => `${postPrefix}${post}`;

/** Finds the mails of one conversation. */
const threadPrefix = 'thread:';
export const threadKey = (thread: string): string => `${threadPrefix}${thread}`;

/** Finds what was sent out of one run of drafts. */
const runPrefix = 'run:';
export const runKey = (run: string): string => `${runPrefix}${run}`;

/** Those that people write down. */
export const byHand = ['note', 'call', 'meeting', 'message'] as const;

export const directions = ['in', 'out', 'absent'] as const;
export const moods = ['good', 'even', 'bad'] as const;

const isByHand = (kind: string): boolean => byHand.some((one) => one === kind);

const momentKind = <const N extends string>(kind: N) =>
  defineKind(kind, {
    collection: 'moments',
    privacy: 'as-linked',
    onErase: 'unlink',
    at: 'when',
    fields: {
      when: time(),
      /** Whom it was with. */
      people: links({ to: ['people'] }),
      title: text({ search: 'name' }),
      /** What it was about, in a few words. */
      topic: text({ search: 'name' }),
      /** What it was taken to be later, where that is not the kind it was made as. */
      kind: choice(byHand),
      /** Of a call or a message. */
      direction: choice(directions),
      /** What came of it. */
      outcome: text({ search: 'body' }),
      /** How it felt, as somebody says who was there; never worked out. */
      mood: choice(moods),
      /** How long it took. */
      minutes: count(),
      /** The address of what it is about. */
      source: handle(),
      /** The post it was made from. */
      post: link({ to: ['posts'], prefix: postPrefix, discreet: true }),
      /** Of a mail: which conversation it belongs to, and what it answers. */
      thread: data({ is: isText }),
      /** Of what was written to many: out of which run of drafts, by which template, what for. */
      run: data({ is: isText }),
      template: data({ is: isText }),
      purpose: data({ is: isText }),
      quoted: longText({ hidden: true }),
      /** Of a mail: its attachments, by name, size and hash; they are not taken. */
      parts: data(),
      encrypted: yesNo({ hidden: true }),
      /** Its owner wants it on this laptop alone, whoever it names. */
      keep: data({ is: isText }),
      /** The id under which the team would have it. */
      shared: data({ is: isText }),
    },
    sets: {
      /** Parts of its text, by their words; label: what each is; more: from, answered. */
      marks: marks(),
    },
    name: titleOrNote,
    keys: (content) => {
      const { thread, run } = content.fields;
      return [
        ...(typeof thread === 'string' ? [threadKey(thread)] : []),
        ...(typeof run === 'string' ? [runKey(run)] : []),
        ...markKeys(content),
      ];
    },
    says: contactSaid,
  });

/** Whoever was called and not reached was not spoken to; a note is no contact. */
function contactSaid(record: { kind: string } & RecordContent): Said | undefined {
  const kind = momentKindOf(record);
  if (kind === 'meeting') return { contact: 'both' };
  if (kind !== 'call' && kind !== 'message') return undefined;
  const { direction } = record.fields;
  if (direction === 'absent') return undefined;
  return { contact: direction === 'in' || direction === 'out' ? direction : 'both' };
}

/** The English that earlier versions put before the title of a post, by the kind made of it. */
const oldBeginnings: { readonly [kind: string]: string } = {
  message: 'Answered: ',
  note: 'About: ',
};

/**
 * What the post was called that a moment was made of, as long as nobody gave the moment a
 * title of its own; that it was answered, thought about or kept is said by the moment's kind.
 */
export function postTitle({
  kind,
  fields: { title, post: id },
  stamps,
}: Pick<RecordDoc, 'kind' | 'fields' | 'stamps'>): string | undefined {
  if (typeof id !== 'string' || typeof title !== 'string' || stamps['title'] !== undefined)
    return undefined;
  const old = oldBeginnings[kind] ?? '';
  return title.startsWith(old) ? title.slice(old.length) : title;
}

/** Its title or what it is about, else the beginning of its words. */
export function titleOrNote({ fields, note: words }: RecordContent): string {
  const title = joinText([fields['title']]) || joinText([fields['topic']]);
  return title === '' ? words.slice(0, 120) : title;
}

export const note = momentKind('note');
export const call = momentKind('call');
export const meeting = momentKind('meeting');
export const message = momentKind('message');

/** A moment keeps the kind it was made as; what it was taken to be later is a field. */
export function momentKindOf({
  kind,
  fields,
}: { kind: string } & Pick<RecordContent, 'fields'>): string {
  const later = fields['kind'];
  return isByHand(kind) && typeof later === 'string' && isByHand(later) ? later : kind;
}

/** Whoever shares a person keeps what is meant for this laptop alone. */
export const isKeptPrivate = ({ fields }: Pick<RecordContent, 'fields'>): boolean =>
  fields['keep'] === 'here';

export function peopleOfMoment({ fields }: Pick<RecordContent, 'fields'>): string[] {
  const { people } = fields;
  return Array.isArray(people) ? people.filter((id) => typeof id === 'string') : [];
}

/** A post that somebody kept: its words stay when its feed has forgotten them. */
export const keptPost = momentKind('kept-post');
