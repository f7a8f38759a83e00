// Moments in the window: shown on the timelines of the people they are about.

import {
  IconBookmark,
  IconCalendarEvent,
  IconMessage,
  IconNote,
  IconPhone,
} from '@tabler/icons-react';

import type { SpecialKind } from './kind.ts';

export const note = { kind: 'note', icon: IconNote } satisfies SpecialKind;
export const call = { kind: 'call', icon: IconPhone } satisfies SpecialKind;
export const meeting = { kind: 'meeting', icon: IconCalendarEvent } satisfies SpecialKind;
export const message = { kind: 'message', icon: IconMessage } satisfies SpecialKind;
export const keptPost = { kind: 'kept-post', icon: IconBookmark } satisfies SpecialKind;

/** Where it is opened among all that happened. */
export const momentPath = (id: string): string => `/happened?open=${encodeURIComponent(id)}`;
