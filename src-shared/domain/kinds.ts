// Every kind this version knows. Adding one is a line here.

import { bucket, community, organisation } from './group.ts';
import { feedState } from './feed-state.ts';
import type { Kind } from './kind.ts';
import { call, keptPost, meeting, message, note } from './moment.ts';
import { person } from './person.ts';
import { post } from './post.ts';
import { proposal } from './proposal.ts';
import { tie } from './tie.ts';

const all: readonly Kind[] = [
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
  post,
  feedState,
  proposal,
];

export type Kinds = ReadonlyMap<string, Kind>;

export const kinds: Kinds = new Map(all.map((definition) => [definition.kind, definition]));
