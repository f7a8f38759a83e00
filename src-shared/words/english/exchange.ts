// Programs that people bring files from (`source.FORMAT`) and hand files to
// (`receiver.FORMAT`, `receiver.FORMAT.says`). An entry is needed only where the name that
// the format itself has is not the same in every language, or where there is more to say.

export const exchange = {
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
} as const;
