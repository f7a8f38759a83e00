// Moments in the window: shown on the timelines of the people they are about.

import {
  IconBookmark,
  IconCalendarEvent,
  IconMessage,
  IconNote,
  IconPhone,
} from '@tabler/icons-react';

import type { WindowKind } from './kind.ts';

export const note = { kind: 'note', label: 'Note', icon: IconNote } satisfies WindowKind;
export const call = { kind: 'call', label: 'Call', icon: IconPhone } satisfies WindowKind;
export const meeting = {
  kind: 'meeting',
  label: 'Meeting',
  icon: IconCalendarEvent,
} satisfies WindowKind;
export const message = {
  kind: 'message',
  label: 'Message',
  icon: IconMessage,
} satisfies WindowKind;
export const keptPost = {
  kind: 'kept-post',
  label: 'Kept post',
  icon: IconBookmark,
} satisfies WindowKind;
