// What people do with a run of drafts.

import { draftRun, type RunChannel } from '../../domain/draft-run.ts';
import type { Purpose } from '../../domain/permission.ts';
import type { RecordId } from '../../domain/record.ts';
import type { RunText, Words } from '../../drafts/run.ts';
import type { Command, Ref } from '../command.ts';
import { create, edit, putItem } from './edits.ts';
import { sentMoment, type Sent } from './drafts.ts';

type Begun = {
  id: string;
  name: string;
  channel: RunChannel;
  purpose: Purpose;
  template: string;
  texts: readonly RunText[];
  people: readonly string[];
};

export const beginRun = ({ id, texts, people, ...fields }: Begun): Command =>
  create({
    id: id as RecordId,
    kind: draftRun.kind,
    fields,
    sets: {
      texts: texts.map(({ language, subject, text }) => ({
        value: subject,
        label: language,
        more: { body: text },
      })),
      people: [...new Set(people)].map((value) => ({ value })),
    },
  });

const runRef = (id: string): Ref => ({ collection: 'work', id });

/** `people` as the run names them. */
export const markDrafts = (
  run: string,
  people: readonly string[],
  state: 'to-do' | 'opened' | 'skipped',
): Command =>
  edit(...people.map((value) => putItem(runRef(run), 'steps', { value, more: { state } })));

export const changeDraft = (run: string, person: string, { subject, text }: Words): Command =>
  edit(putItem(runRef(run), 'drafts', { value: person, more: { subject, text } }));

/** Whoever wrote says that they were sent. One step. */
export const logAllSent = (sent: readonly Sent[]): Command => create(...sent.map(sentMoment));
