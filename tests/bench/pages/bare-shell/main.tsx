// The least that a start can be: React, Mantine and a table of 50 fixed rows.

import '@mantine/core/styles.css';

import { MantineProvider, Table } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const rows = Array.from({ length: 50 }, (_, at) => ({
  name: `Person ${at}`,
  email: `person.${at}@example.com`,
  phone: `+49 30 100 ${1000 + at}`,
}));

function Rows() {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {['Name', 'E-mail', 'Phone'].map((name) => (
            <Table.Th key={name}>{name}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, email, phone }) => (
          <Table.Tr key={email}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{email}</Table.Td>
            <Table.Td>{phone}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider defaultColorScheme="auto">
      <Rows />
    </MantineProvider>
  </StrictMode>,
);
