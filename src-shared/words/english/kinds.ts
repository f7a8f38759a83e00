// What kinds of record and their fields and sets are called: `kind.KIND`, `field.KIND.FIELD`,
// and what their codes are: `field.KIND.FIELD.CODE`. Complete by type, so that a
// kind, a field or a code without words does not compile.
// `field.record` names what every record has.

import type { WrittenKind } from '../../domain/kinds.ts';

type PhrasesOf<K extends WrittenKind> = K extends WrittenKind
  ? | `kind.${K['kind']}`
    | `field.${K['kind']}.${((keyof K['fields'] | keyof K['sets']) & string) | CodesOf<K['fields']>}`
  : never;

/** `FIELD.CODE` of every field with codes. */
type CodesOf<F> = {
  [field in keyof F & string]: F[field] extends
    | { choices: readonly (infer Code extends string)[] }
    | { codes: readonly (infer Code extends string)[] }
    ? string extends Code
      ? never
      : `${field}.${Code}`
    : never;
}[keyof F & string];

type FieldWords = { readonly [field: string]: string };

const fieldsOf = <const Name extends string, const F extends FieldWords>(kind: Name, words: F) =>
  Object.fromEntries(
    Object.entries(words).map(([field, text]) => [`field.${kind}.${field}`, text]),
  ) as { [field in keyof F & string as `field.${Name}.${field}`]: F[field] };

const of = <const Name extends string, const Label extends string, const F extends FieldWords>(
  kind: Name,
  label: Label,
  words: F,
) => ({
  ...({ [`kind.${kind}`]: label } as { [id in `kind.${Name}`]: Label }),
  ...fieldsOf(kind, words),
});

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
  'kind.note': 'Note',
  'kind.call': 'Call',
  'kind.meeting': 'Meeting',
  'kind.message': 'Message',
  direction: 'Direction',
  'direction.in': 'They reached us',
  'direction.out': 'We reached them',
  'direction.absent': 'Nobody answered',
  source: 'Source',
  post: 'Post',
  thread: 'Conversation',
  quoted: 'What it answers',
  parts: 'Attachments',
  encrypted: 'Encrypted',
  keep: 'Who has it',
  shared: 'Shared as',
} as const;

export const kinds = {
  ...fieldsOf('record', {
    note: 'Note',
    trashedAt: 'In the trash',
    mergedInto: 'Merged with',
    undoneBy: 'Undone',
  }),
  ...of('person', 'Person', {
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
    'gender.female': 'female',
    'gender.male': 'male',
    'gender.other': 'other',
    pronouns: 'Pronouns',
    photo: 'Photo',
    language: 'Language',
    letterOpening: 'Salutation',
    jobNote: 'About the job',
    doNotContact: 'Do not contact',
    noMail: 'No e-mail',
    noPhone: 'No calls',
    noMessage: 'No messages',
    noPost: 'No post',
    noVisit: 'No visits',
    noContactReason: 'Why not to contact',
    noContactSince: 'Not to contact since',
    preferredChannel: 'Best way to reach them',
    'preferredChannel.mail': 'E-mail',
    'preferredChannel.phone': 'Phone',
    'preferredChannel.message': 'Message',
    'preferredChannel.post': 'Post',
    'preferredChannel.visit': 'Visit',
    contactHours: 'Best hours',
    zone: 'Time zone',
    contactThrough: 'Contact through',
    permissions: 'Permission',
    ...reached,
    handles: 'Handle',
    dates: 'Date',
    relations: 'Relation',
    chats: 'Chat',
    buckets: 'Bucket',
  }),
  ...of('organisation', 'Organisation', { ...group, industry: 'Industry' }),
  ...of('bucket', 'Bucket', { ...group, color: 'Colour', smart: 'Who belongs here' }),
  ...of('community', 'Community', { ...group, topic: 'Topic' }),
  ...of('tie', 'Role', {
    type: 'Kind of tie',
    from: 'Between',
    to: 'And',
    title: 'Title',
    department: 'Department',
    start: 'From',
    until: 'Until',
    toWas: 'Was at',
    expects: 'What they expect of us',
    stance: 'Stance',
  }),
  ...of('note', 'Note', moment),
  ...of('call', 'Call', moment),
  ...of('meeting', 'Meeting', moment),
  ...of('message', 'Message', moment),
  ...of('kept-post', 'Kept post', moment),
  ...of('promise', 'Promise', {
    text: 'What was promised',
    by: 'Whose it is',
    'by.ours': 'Ours',
    'by.theirs': 'Theirs',
    people: 'People',
    groups: 'Groups',
    member: 'Who of us',
    due: 'Until',
    precision: 'How exactly',
    'precision.day': 'To the day',
    'precision.week': 'Within the week',
    'precision.month': 'Within the month',
    dueTime: 'Time of day',
    madeIn: 'Made in',
    state: 'How it stands',
    'state.open': 'Open',
    'state.released': 'Released',
    'state.dropped': 'Dropped',
    'state.kept': 'Kept',
    settled: 'Settled',
    dueMoves: 'Date moved',
  }),
  ...of('view', 'View', {
    name: 'Name',
    of: 'What it is about',
    conditions: 'Filter',
    sorts: 'Sorted by',
    groupBy: 'Grouped by',
    columns: 'Columns',
    layout: 'Layout',
  }),
  ...of('field', 'Field', {
    label: 'Name',
    for: 'What has it',
    'for.person': 'People',
    'for.organisation': 'Organisations',
    'for.community': 'Communities',
    'for.tie': 'Roles',
    'for.moment': 'Calls, meetings, messages and notes',
    type: 'What it holds',
    'type.text': 'Text',
    'type.long-text': 'Long text',
    'type.number': 'Number',
    'type.money': 'Amount of money',
    'type.day': 'Date',
    'type.time': 'Date and time',
    'type.yes-no': 'Yes or no',
    'type.choice': 'One of a list',
    'type.choices': 'Several of a list',
    'type.web': 'Web address',
    'type.email': 'E-mail address',
    'type.phone': 'Phone number',
    'type.people': 'People in the book',
    'type.groups': 'Groups in the book',
    'type.rating': 'Stars',
    currency: 'Currency',
    help: 'What it is for',
    order: 'Place in the list',
    retiredAt: 'Put away',
    joinedInto: 'Joined with',
    options: 'Choice',
  }),
  ...of('policy', 'Rules for contacting people', {
    service: 'Service',
    'service.allowed': 'Until they say no',
    'service.denied': 'Only after a yes',
    marketing: 'Marketing',
    'marketing.allowed': 'Until they say no',
    'marketing.denied': 'Only after a yes',
    research: 'Research',
    'research.allowed': 'Until they say no',
    'research.denied': 'Only after a yes',
    introductions: 'Introductions',
    'introductions.allowed': 'Until they say no',
    'introductions.denied': 'Only after a yes',
    budget: 'Contacts with one person in 30 days',
    keepMonths: 'Months until somebody is looked at',
    whoExports: 'Who may export',
    why: 'What we hold this for',
    wordings: 'Wording',
  }),
  ...of('verdict', 'Decision about two people', {
    one: 'One',
    other: 'Other',
    says: 'Decided',
    'says.distinct': 'They are two',
    'says.open': 'They may be one',
  }),
  ...of('tag', 'Tag', {
    name: 'Name',
    color: 'Colour',
    'color.red': 'Red',
    'color.orange': 'Orange',
    'color.yellow': 'Yellow',
    'color.green': 'Green',
    'color.blue': 'Blue',
    'color.purple': 'Purple',
    'color.pink': 'Pink',
    'color.grey': 'Grey',
  }),
  ...of('comment', 'Comment', {
    on: 'About',
    when: 'When',
    replyTo: 'Answers',
    mentions: 'Mentioned',
    reactions: 'Reactions',
  }),
  ...of('template', 'Template', {
    name: 'Name',
    subject: 'Subject',
    body: 'Text',
  }),
} as const satisfies { readonly [id in PhrasesOf<WrittenKind>]: string };
