// ERPNext and other programs made with Frappe: the export of their contacts, with the tables
// of addresses and numbers inside each (see inner-rows).

import type { ImportFormat } from './import-format.ts';

export const erpnext: ImportFormat = {
  id: 'erpnext',
  name: 'ERPNext',
  signatures: [
    ['First Name', 'Email ID (Email IDs)'],
    ['First Name', 'Number (Contact Numbers)'],
  ],
  columns: {
    ID: 'id:erpnext',
    Salutation: 'prefix',
    'First Name': 'given',
    'Middle Name': 'middle',
    'Last Name': 'family',
    'Full Name': 'name',
    'Email Address': 'email',
    Designation: 'org.title',
    'Company Name': 'org.name',
    Department: 'org.department',
    Gender: 'gender',
    Phone: 'phone',
    'Mobile No': 'phone:mobile',
    'Email ID (Email IDs)': 'email',
    'Number (Contact Numbers)': 'phone',
    // which of them the program shows first, and its own row numbers
    'Is Primary (Email IDs)': '',
    'Is Primary Phone (Contact Numbers)': '',
    'Is Primary Mobile (Contact Numbers)': '',
    'ID (Email IDs)': '',
    'ID (Contact Numbers)': '',
    'ID (Links)': '',
  },
};
