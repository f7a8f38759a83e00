// The window's entry: joins the host, then shows the app.

import { joining } from './host/connecting.ts';

import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/tiptap/styles.css';
import './app/app.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const host = await joining;
createRoot(root).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
);
