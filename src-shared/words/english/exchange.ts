// Programs that people bring files from (`source.FORMAT`) and hand files to
// (`receiver.FORMAT`, `receiver.FORMAT.says`). An entry is needed only where the name that
// the format itself has is not the same in every language, or where there is more to say.

export const exchange = {
  'calendarOut.birthday': 'Birthday',
  'calendarOut.date': 'Date',
  'calendarOut.anniversary': 'Anniversary',
  'calendarOut.promise': 'Promised',
  'calendarOut.theirs': 'Promised to us',
  'calendarOut.reminder': 'Reminder',
  'calendarOut.leftAlone': 'not to be contacted',

  'source.google-csv-legacy': 'Google Contacts (older)',
  'source.linkedin-connections': 'LinkedIn connections',
  'source.vcard': 'Address book (vCard)',
  'source.apple-vcard': 'Address book (vCard)',
  'source.unknown': 'Not a source we know: please look at the columns',

  'receiver.rapport-csv': 'Rapport CSV (all but timelines)',
  'receiver.rapport-csv.says':
    'All that stands on people, with their roles and buckets: importing it again gives the very same people. Their timelines (calls, meetings, messages and notes there), attached files and followed feeds are not in the file.',
  'receiver.salesforce-csv.says': 'Contacts for Salesforce’s Data Import Wizard.',
  'receiver.hubspot-csv.says': 'Contacts with their company for HubSpot’s import.',
  'receiver.pipedrive-csv.says': 'Persons and organisations for Pipedrive’s import.',
  'receiver.outlook-csv.says': 'For Outlook on the web and Outlook for Windows.',
  'receiver.google-csv.says': 'For contacts.google.com.',
  'receiver.vcard-4.says': 'Address books of newer phones and programs.',
  'receiver.vcard-3.says': 'The address book format most phones and programs read.',
  'receiver.other.says': 'Contacts for {name}’s import.',

  'export.severity.refused': 'Would be refused',
  'export.severity.changed': 'Would be changed, cut or left here',
  'export.severity.remark': 'Good to know',
  'export.roles': 'Role',
  'export.issue.required-missing':
    '{rows, plural, one {# person} other {# people}} will be rejected: {field} is missing.',
  'export.issue.row-limit':
    'The program takes at most {limit, plural, one {# row} other {# rows}} a file: {rows, plural, one {# person} other {# people}} would be too many.',
  'export.issue.size-limit':
    'The file is larger than the program takes: {rows, plural, one {# person does} other {# people do}} not fit.',
  'export.issue.value-cut':
    '{rows, plural, one {# person} other {# people}}: {field} is longer than {limit} and will be cut.',
  'export.issue.extra-values-left-out':
    '{rows, plural, one {# person has} other {# people have}} more values than fit: the rest of {field} stays here.',
  'export.issue.field-left-out':
    '{rows, plural, one {# person} other {# people}}: {field} has no place in this program and stays here.',
  'export.issue.organisations-left-out':
    '{rows, plural, one {# company} other {# companies}}: not in this file, which holds people only.',
  'export.issue.first-role-shown':
    '{rows, plural, one {# person has} other {# people have}} several roles: other programs show the first, Rapport reads them all again.',
  'export.issue.private-left-out':
    'Private fields stay on this laptop: {rows, plural, one {# record has} other {# records have}} something in them.',
  'export.issue.formula-neutralised':
    '{rows, plural, one {# person} other {# people}}: an apostrophe goes before {field}, so that no spreadsheet runs it as a formula.',
  'export.left.required-missing':
    '{rows, plural, one {# person is} other {# people are}} left out: {field} is missing.',
  'export.left.row-limit':
    '{rows, plural, one {# person is} other {# people are}} left out: too many for one file.',
  'export.left.size-limit':
    '{rows, plural, one {# person is} other {# people are}} left out: too much for one file.',
  'export.left.value-cut':
    '{rows, plural, one {# person is} other {# people are}} left out: {field} is too long.',
  'export.left.extra-values-left-out':
    '{rows, plural, one {# person is} other {# people are}} left out: more than fits in {field}.',
  'export.left.field-left-out':
    '{rows, plural, one {# person is} other {# people are}} left out: {field} has no place there.',
  'export.left.organisations-left-out':
    '{rows, plural, one {# company is} other {# companies are}} left out.',
  'export.left.first-role-shown':
    '{rows, plural, one {# person is} other {# people are}} left out: they have several roles.',
  'export.left.private-left-out':
    '{rows, plural, one {# person is} other {# people are}} left out: they have something in private fields.',
  'export.left.formula-neutralised':
    '{rows, plural, one {# person is} other {# people are}} left out: {field} could run as a formula.',
} as const;
