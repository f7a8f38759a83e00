// What fields and sets of records are called, `field.KIND.FIELD`; complete by type, so
// that a field without words does not compile. `field.record` names what every record has.

import type { bucket, community, organisation } from '../../domain/group.ts';
import type { call, keptPost, meeting, message, note } from '../../domain/moment.ts';
import type { person } from '../../domain/person.ts';
import type { tie } from '../../domain/tie.ts';

type FieldId<
  Name extends string,
  K extends { fields: object; sets: object },
> = `field.${Name}.${(keyof K['fields'] | keyof K['sets']) & string}`;

type EveryFieldId =
  | FieldId<'person', typeof person>
  | FieldId<'organisation', typeof organisation>
  | FieldId<'bucket', typeof bucket>
  | FieldId<'community', typeof community>
  | FieldId<'tie', typeof tie>
  | FieldId<'note', typeof note>
  | FieldId<'call', typeof call>
  | FieldId<'meeting', typeof meeting>
  | FieldId<'message', typeof message>
  | FieldId<'kept-post', typeof keptPost>;

const of = <const Name extends string, const F extends { readonly [field: string]: string }>(
  kind: Name,
  words: F,
) =>
  Object.fromEntries(
    Object.entries(words).map(([field, text]) => [`field.${kind}.${field}`, text]),
  ) as { [field in keyof F & string as `field.${Name}.${field}`]: F[field] };

const reached = {
  emails: 'E-mail',
  phones: 'Phone',
  addresses: 'Address',
  links: 'Link',
  tags: 'Tag',
  custom: 'Other detail',
  ids: 'Number elsewhere',
  feeds: 'Feed',
  files: 'File',
} as const;

const group = { name: 'Name', description: 'Description', ...reached } as const;

const moment = {
  when: 'When',
  people: 'People',
  title: 'Title',
  kind: 'What it was',
  direction: 'Direction',
  source: 'Source',
  post: 'Post',
} as const;

export const fields = {
  ...of('record', {
    note: 'Note',
    trashedAt: 'In the trash',
    mergedInto: 'Merged with',
    undoneBy: 'Undone',
  }),
  ...of('person', {
    prefix: 'Title before the name',
    given: 'Given name',
    middle: 'Middle name',
    family: 'Family name',
    suffix: 'Suffix',
    nickname: 'Nickname',
    fullName: 'Whole name as written',
    phoneticGiven: 'Given name, as spoken',
    phoneticMiddle: 'Middle name, as spoken',
    phoneticFamily: 'Family name, as spoken',
    maidenName: 'Birth name',
    fileAs: 'Filed as',
    birthday: 'Birthday',
    gender: 'Gender',
    pronouns: 'Pronouns',
    photo: 'Photo',
    language: 'Language',
    jobNote: 'About the job',
    ...reached,
    handles: 'Handle',
    dates: 'Date',
    relations: 'Relation',
    chats: 'Chat',
    buckets: 'Bucket',
  }),
  ...of('organisation', { ...group, industry: 'Industry' }),
  ...of('bucket', { ...group, color: 'Colour' }),
  ...of('community', { ...group, topic: 'Topic' }),
  ...of('tie', {
    type: 'Kind of tie',
    from: 'Between',
    to: 'And',
    title: 'Title',
    department: 'Department',
    start: 'From',
    until: 'Until',
    expects: 'What they expect of us',
    stance: 'Stance',
  }),
  ...of('note', moment),
  ...of('call', moment),
  ...of('meeting', moment),
  ...of('message', moment),
  ...of('kept-post', moment),
} as const satisfies { readonly [id in EveryFieldId]: string };
