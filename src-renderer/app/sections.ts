// What features add to the pages of people and groups, one entry each. Features do not
// know each other: here they meet.

import { msg } from '@lingui/core/macro';

import type { AddedActions, AddedSection, AddedTop } from '../ui/sections.tsx';

const mergeable = ['person', 'organisation', 'community'];

const withPromises = ['person', 'organisation', 'bucket', 'community'];

export const recordActions: readonly AddedActions[] = [
  {
    kinds: ['person'],
    load: async () => (await import('../features/care/care-actions.ts')).careActions,
  },
  {
    kinds: withPromises,
    load: async () => (await import('../features/promises/record-promise.tsx')).recordPromise,
  },
  {
    kinds: ['person'],
    load: async () => (await import('../features/drafts/write-actions.ts')).writeActions,
  },
  {
    kinds: withPromises,
    load: async () => (await import('../features/keep-in-touch/remind-actions.tsx')).remindActions,
  },
  {
    kinds: mergeable,
    load: async () => (await import('../features/merging/merge-actions.ts')).mergeActions,
  },
];

export const tops: readonly AddedTop[] = [
  {
    id: 'promises-top',
    kinds: withPromises,
    load: async () => (await import('../features/promises/promises-top.tsx')).PromisesTop,
  },
];

const groups = ['organisation', 'bucket', 'community'];

export const sections: readonly AddedSection[] = [
  {
    id: 'group-note',
    name: msg`Note`,
    kinds: groups,
    column: 'main',
    order: 20,
    load: async () => (await import('../features/people/person/group-note.tsx')).GroupNote,
  },
  {
    id: 'group-timeline',
    name: msg`Timeline`,
    kinds: groups,
    column: 'main',
    order: 40,
    load: async () => (await import('../features/people/moments/group-timeline.tsx')).GroupTimeline,
  },
  {
    id: 'merged-away',
    kinds: mergeable,
    column: 'main',
    order: 0,
    load: async () => (await import('../features/merging/merged-away.tsx')).MergedAway,
  },
  {
    id: 'merged-here',
    kinds: mergeable,
    column: 'main',
    order: 50,
    load: async () => (await import('../features/merging/merged-here.tsx')).MergedHere,
  },
  {
    id: 'own-fields',
    name: msg`Your own fields`,
    kinds: ['person', 'organisation', 'community'],
    column: 'side',
    order: 25,
    load: async () => (await import('../features/own-fields/own-fields.tsx')).OwnFields,
  },
  {
    id: 'permissions',
    name: msg`Permissions`,
    kinds: ['person'],
    column: 'side',
    order: 22,
    load: async () => (await import('../features/care/permissions.tsx')).Permissions,
  },
  {
    id: 'keep-in-touch',
    name: msg`Keep in touch`,
    kinds: ['person', ...groups],
    column: 'side',
    order: 22,
    load: async () => (await import('../features/keep-in-touch/in-touch.tsx')).InTouch,
  },
  {
    id: 'files',
    name: msg`Files`,
    kinds: ['person', 'organisation', 'bucket', 'community'],
    column: 'side',
    order: 40,
    load: async () => (await import('../features/files/attachments.tsx')).Attachments,
  },
  {
    id: 'person-listening',
    name: msg`In public`,
    kinds: ['person'],
    column: 'main',
    order: 30,
    load: ownerListening,
  },
  {
    id: 'group-listening',
    name: msg`In public`,
    kinds: ['organisation', 'bucket', 'community'],
    column: 'side',
    order: 30,
    load: ownerListening,
  },
  {
    id: 'comments',
    name: msg`Comments`,
    kinds: ['person', ...groups],
    column: 'main',
    order: 45,
    load: async () => (await import('../features/together/comments.tsx')).Comments,
  },
  {
    id: 'promises',
    name: msg`Promises`,
    kinds: withPromises,
    column: 'main',
    order: 15,
    load: async () => (await import('../features/promises/promises-section.tsx')).PromisesSection,
  },
  {
    id: 'marked',
    name: msg`Facts and questions`,
    kinds: ['person'],
    column: 'main',
    order: 16,
    load: async () => (await import('../features/people/moments/marked-section.tsx')).MarkedSection,
  },
  {
    id: 'related',
    name: msg`Also about them`,
    kinds: ['person', 'organisation', 'bucket', 'community'],
    column: 'main',
    order: 35,
    load: async () => (await import('../features/related/related.tsx')).Related,
  },
  {
    id: 'history',
    name: msg`History`,
    kinds: ['person', 'organisation', 'bucket', 'community'],
    column: 'main',
    order: 60,
    load: async () => (await import('../features/history/record-history.tsx')).RecordHistory,
  },
];

async function ownerListening() {
  return (await import('../features/listening/person/owner-listening.tsx')).OwnerListening;
}
