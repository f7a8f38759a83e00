// What people do with what they wrote to somebody.

import type { Purpose } from '../../domain/permission.ts';
import type { NewRecord, RecordId } from '../../domain/record.ts';
import { template } from '../../domain/template.ts';
import type { Command } from '../command.ts';
import { create, edit, setFields } from './edits.ts';
import { momentOf } from './people.ts';

type Words = {
  name: string;
  subject: string;
  body: string;
  purpose: Purpose | null;
  /** BCP 47; null for every language. */
  language: string | null;
};

/** Makes a template, or changes the one of this id. */
export const keepTemplate = (id: string | undefined, words: Words): Command =>
  id === undefined
    ? create({ kind: template.kind, fields: given(words) })
    : edit(...setFields({ collection: 'setup', id: id as RecordId }, words));

const given = (words: Words): { [field: string]: string } =>
  Object.fromEntries(Object.entries(words).flatMap(([k, v]) => (v === null ? [] : [[k, v]])));

export type Sent = {
  person: string;
  subject: string;
  text: string;
  /** ms since 1970. */
  when: number;
  /** Of the conversation that it begins (mail/own-thread.ts). */
  thread?: string;
  purpose?: Purpose;
  template?: string;
  /** The run it was a draft of. */
  run?: string;
};

export function sentMoment({ person, subject, text, when, ...how }: Sent): NewRecord {
  const title = subject.trim();
  const said = Object.entries(how).filter(([, value]) => value !== '');
  return momentOf({
    kind: 'message',
    when,
    people: [person],
    text,
    more: {
      direction: 'out',
      ...(title === '' ? {} : { title }),
      ...Object.fromEntries(said),
    },
  });
}

/** Whoever wrote says that it was sent: a message from us, with its words. */
export const logSent = (sent: Sent): Command => create(sentMoment(sent));
