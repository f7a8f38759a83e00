// The window's entry: connects to the host, then shows the app.

import { connecting } from './host/connecting.ts';
import { listenToMenu } from './host/electron-menu.ts';

import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/tiptap/styles.css';
import './app/app.css';
import './app/print.css';

import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { asTheSystem, speak } from './words/language.ts';

listenToMenu();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const host = await connecting;
// Whoever is not let in hears so in the system's language.
const chosen =
  host.status().state === 'connected' ? await host.request('settings.read', {}) : undefined;
await speak(chosen?.ok === true ? chosen.value : asTheSystem);
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App host={host} />
    </I18nProvider>
  </StrictMode>,
);
