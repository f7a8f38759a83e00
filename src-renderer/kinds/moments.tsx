// Moments in the window: shown on the timelines of the people they are about.

import {
  IconBookmark,
  IconCalendarEvent,
  IconMessage,
  IconNote,
  IconPhone,
} from '@tabler/icons-react';

import type { WindowKind } from './kind.ts';

export const note = { kind: 'note', labelId: 'kind.note', icon: IconNote } satisfies WindowKind;
export const call = { kind: 'call', labelId: 'kind.call', icon: IconPhone } satisfies WindowKind;
export const meeting = {
  kind: 'meeting',
  labelId: 'kind.meeting',
  icon: IconCalendarEvent,
} satisfies WindowKind;
export const message = {
  kind: 'message',
  labelId: 'kind.message',
  icon: IconMessage,
} satisfies WindowKind;
export const keptPost = {
  kind: 'kept-post',
  labelId: 'kind.kept-post',
  icon: IconBookmark,
} satisfies WindowKind;
