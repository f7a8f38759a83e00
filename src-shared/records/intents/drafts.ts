// What people do with what they wrote to somebody.

import type { RecordId } from '../../domain/record.ts';
import { template } from '../../domain/template.ts';
import type { Command } from '../command.ts';
import { create, edit, setFields } from './edits.ts';
import { logMoment } from './people.ts';

type Words = { name: string; subject: string; body: string };

/** Makes a template, or changes the one of this id. */
export const keepTemplate = (id: string | undefined, words: Words): Command =>
  id === undefined
    ? create({ kind: template.kind, fields: words })
    : edit(...setFields({ collection: 'setup', id: id as RecordId }, words));

type Sent = { person: string; subject: string; text: string; /** ms since 1970. */ when: number };

/** Whoever wrote says that it was sent: a message from us, with its words. */
export const logSent = ({ person, subject, text, when }: Sent): Command =>
  logMoment({
    kind: 'message',
    when,
    people: [person],
    text,
    more: { direction: 'out', ...(subject.trim() === '' ? {} : { title: subject.trim() }) },
  });
