// Words for what an import finds and does.

import type { RowReason } from '../../../src-shared/transfer/import-types.ts';

const profileNames: Record<string, string> = {
  'google-csv': 'Google Contacts',
  'google-csv-legacy': 'Google Contacts (older)',
  'outlook-csv': 'Outlook',
  'outlook-classic-csv': 'Outlook for Windows',
  'linkedin-connections': 'LinkedIn connections',
  'linkedin-csv': 'LinkedIn connections',
  hubspot: 'HubSpot',
  'hubspot-csv': 'HubSpot',
  salesforce: 'Salesforce',
  'salesforce-csv': 'Salesforce',
  zoho: 'Zoho',
  'zoho-csv': 'Zoho',
  pipedrive: 'Pipedrive',
  'pipedrive-csv': 'Pipedrive',
  mailchimp: 'Mailchimp',
  'mailchimp-csv': 'Mailchimp',
  'rapport-csv': 'Rapport',
  vcard: 'Address book (vCard)',
};

export const profileName = (id: string): string =>
  profileNames[id] ?? 'Not a source we know: please look at the columns';

export function reasonWords(reason: RowReason): string {
  switch (reason) {
    case 'same-id':
      return 'The same record, by its id';
    case 'same-card':
      return 'The same card as before';
    case 'same-email':
      return 'Same e-mail address';
    case 'same-phone-and-name':
      return 'Same phone and name';
    case 'same-name-and-company':
      return 'Same name and company';
    case 'same-organisation':
      return 'An organisation of this name is here';
    case 'only-a-company':
      return 'A company and no person: kept as an organisation';
    case 'same-row-in-file':
      return 'The same stands higher up in the file';
    case 'nothing-new':
      return 'Nothing new in it';
    case 'blank-row':
      return 'The row is blank';
    case 'no-name-or-address':
      return 'No name, e-mail or phone in it';
    case 'unbalanced-quote':
      return 'A quotation mark is not closed';
    case 'too-few-cells':
      return 'Fewer cells than columns';
    case 'too-many-cells':
      return 'More cells than columns';
    case 'cell-too-large':
      return 'A cell is larger than 1 MB';
    case 'not-a-card':
      return 'Not a contact card';
    case 'card-unreadable':
      return 'The card cannot be read';
    case 'card-is-a-list':
      return 'A list, not a person: its people come into a bucket of this name';
    case 'list-without-people':
      return 'A list without a name, or nobody in this file is on it';
    case 'was-erased':
      return 'This person was erased for good here';
    case 'date-not-understood':
      return 'A date was not understood; kept as text';
    case 'phone-not-understood':
      return 'A phone number was not understood; kept as written';
    case 'email-not-understood':
      return 'An e-mail address was not understood; kept as text';
    case 'photo-too-large':
      return 'The picture is too large and was left out';
    case 'photo-left-out':
      return 'The picture was left out';
    case 'mixed-encoding':
      return 'Letters in more than one encoding: look at the names';
    case 'file-truncated':
      return 'The file ends in the middle';
    case 'user-choice':
      return 'Your choice';
  }
}

const targetGroups: { group: string; items: [string, string][] }[] = [
  {
    group: 'Name',
    items: [
      ['name', 'Whole name'],
      ['given', 'Given name'],
      ['middle', 'Middle name'],
      ['family', 'Family name'],
      ['prefix', 'Title before the name'],
      ['suffix', 'Suffix'],
      ['nickname', 'Nickname'],
      ['fileAs', 'File as'],
      ['maidenName', 'Birth name'],
      ['phoneticGiven', 'Given name, as spoken'],
      ['phoneticFamily', 'Family name, as spoken'],
    ],
  },
  {
    group: 'Contact',
    items: [
      ['email', 'E-mail'],
      ['email:work', 'E-mail (work)'],
      ['email:home', 'E-mail (home)'],
      ['phone', 'Phone'],
      ['phone:mobile', 'Phone (mobile)'],
      ['phone:work', 'Phone (work)'],
      ['phone:home', 'Phone (home)'],
      ['link', 'Link'],
      ['address', 'Address in one line'],
      ['address.street', 'Street'],
      ['address.city', 'City'],
      ['address.region', 'State or region'],
      ['address.postalCode', 'Postal code'],
      ['address.country', 'Country'],
    ],
  },
  {
    group: 'Work',
    items: [
      ['org.name', 'Organisation'],
      ['org.title', 'Job title'],
      ['org.department', 'Department'],
      ['org.start', 'In the role since'],
      ['org.until', 'In the role until'],
    ],
  },
  {
    group: 'More',
    items: [
      ['birthday', 'Birthday'],
      ['tags', 'Tags'],
      ['note', 'Note'],
      ['gender', 'Gender'],
      ['pronouns', 'Pronouns'],
      ['language', 'Language'],
    ],
  },
];

/** Every target by its words; the present one is added where it has none. */
export function targetOptions(present: string) {
  const known = targetGroups.map(({ group, items }) => ({
    group,
    items: items.map(([value, label]) => ({ value, label })),
  }));
  const isKnown =
    present === '' || known.some(({ items }) => items.some((item) => item.value === present));
  const own = isKnown
    ? []
    : [
        {
          group: 'This column',
          items: [{ value: present, label: present.replace(/^custom:/, 'Other detail: ') }],
        },
      ];
  return [{ group: 'Nowhere', items: [{ value: '', label: 'Not imported' }] }, ...own, ...known];
}
