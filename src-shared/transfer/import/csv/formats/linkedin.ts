// LinkedIn's Connections.csv, whose header stands below a note about missing e-mails.

import type { ImportFormat } from './import-format.ts';

export const linkedinConnections: ImportFormat = {
  id: 'linkedin-connections',
  name: 'LinkedIn',
  signatures: [
    ['First Name', 'Last Name', 'Company', 'Position', 'Connected On'],
    ['First Name', 'Last Name', 'Email Address', 'Position', 'Connected On'],
  ],
  columns: {
    'First Name': 'given',
    'Last Name': 'family',
    URL: 'link:linkedin',
    'Email Address': 'email',
    Company: 'org.name',
    Position: 'org.title',
    'Connected On': 'date:connected',
  },
};
