// Every kind this version knows. Adding one is a line here.

import { bucket, community, organisation } from './group.ts';
import { comment } from './comment.ts';
import { draftRun } from './draft-run.ts';
import { feedState } from './feed-state.ts';
import type { Kind } from './kind.ts';
import { call, keptPost, meeting, message, note } from './moment.ts';
import { ownField } from './own-field.ts';
import { person } from './person.ts';
import { policy } from './policy.ts';
import { post } from './post.ts';
import { promise } from './promise.ts';
import { proposal } from './proposal.ts';
import { reminder } from './reminder.ts';
import { round, run, runClaim, runPart, runVisit } from './round.ts';
import { tag } from './tag.ts';
import { template } from './template.ts';
import { tie } from './tie.ts';
import { todayMark } from './today-mark.ts';
import { verdict } from './verdict.ts';
import { view } from './view.ts';

/** What people write: it has words in src-shared/words/english/kinds.ts. */
const written = [
  person,
  organisation,
  bucket,
  community,
  tie,
  note,
  call,
  meeting,
  message,
  keptPost,
  promise,
  view,
  ownField,
  verdict,
  tag,
  template,
  draftRun,
  comment,
  policy,
  reminder,
  todayMark,
  round,
  run,
  runPart,
  runVisit,
] as const;

/** What the program writes by itself: nobody edits it, and it has no page. */
const fetched: readonly Kind[] = [post, feedState, proposal, runClaim];

export type WrittenKind = (typeof written)[number];

const all: readonly Kind[] = [...written, ...fetched];

export type Kinds = ReadonlyMap<string, Kind>;

export const kinds: Kinds = new Map(all.map((definition) => [definition.kind, definition]));
