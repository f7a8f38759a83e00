// What can be asked of the records of a list beside what their kind declares, by reference.

/** Of people: what other records say of them, and one hop to their roles and organisations. */
export const peopleFields = {
  often: ['tag', 'bucket', 'lastContact.at', 'org.name', 'role.title', 'org.industry'],
  rest: [
    'lastContact.kind',
    'lastContact.by',
    'lastContact.direction',
    'addresses.city',
    'addresses.region',
    'addresses.postalCode',
    'addresses.country',
    'nextDue',
    'promises.ours',
    'promises.theirs',
    'posts.unread',
    'name',
    'note',
    'createdAt',
    'changedAt',
    'createdFrom',
    'createdBy',
    'scope',
    'org.addresses.city',
    'org.addresses.country',
    'org.tags',
    ...['department', 'start', 'until', 'expects', 'stance'].map((name) => `role.${name}`),
    ...['description', 'emails', 'phones', 'addresses', 'links'].map((name) => `org.${name}`),
  ],
  shown: ['role'],
  over: [
    { hop: 'org', kind: 'organisation' },
    { hop: 'role', kind: 'tie' },
  ],
} as const;

/** Of groups: their people, and one hop to the roles these have there. */
export const groupFields = {
  often: ['people.count', 'lastContact.at', 'tag'],
  rest: [
    'addresses.city',
    'addresses.region',
    'addresses.postalCode',
    'addresses.country',
    'name',
    'note',
    'createdAt',
    'changedAt',
    'createdFrom',
    'createdBy',
    'scope',
    'role.title',
    'role.department',
  ],
  shown: [],
  over: [],
} as const;

/** Of what happened: when, what it was, and one hop to whom it was with. */
export const momentFields = {
  often: ['when', 'kind', 'people', 'note', 'people.tags', 'people.buckets'],
  rest: [
    'name',
    'createdAt',
    'changedAt',
    'createdFrom',
    'createdBy',
    'scope',
    'people.name',
    'people.addresses.city',
    'people.addresses.country',
  ],
  shown: [],
  over: [],
} as const;
