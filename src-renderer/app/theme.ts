// Colours and type. One accent (a deep teal) that passes AA on both schemes; the
// system's own typeface, because nothing is fetched.

import { t } from '@lingui/core/macro';
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e9f6f5',
  '#d5ebe9',
  '#a9d7d3',
  '#7ac2bc',
  '#52b0a8',
  '#38a59c',
  '#1f8a82',
  '#0f766e',
  '#0b635d',
  '#064f4a',
];

/** Mantine's greys of the dark scheme with a touch of the accent. */
const dark: MantineColorsTuple = [
  '#ccd2d2',
  '#b5bdbd',
  '#808a8b',
  '#666f70',
  '#3d4647',
  '#364041',
  '#2a3233',
  '#1e2526',
  '#191f20',
  '#121617',
];

export const makeTheme = () =>
  createTheme({
    primaryColor: 'rapport',
    primaryShade: { light: 7, dark: 7 },
    colors: { rapport: teal, dark },
    autoContrast: true,
    defaultRadius: 'md',
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    headings: { fontWeight: '650' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      CloseButton: { defaultProps: { 'aria-label': t`Close` } },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': t`Show the passphrase` } },
      },
    },
  });

/** Mantine's own yellow and orange are too pale to be read on their own light ground. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-yellow-light-color': '#7a4100',
    '--mantine-color-orange-light-color': '#943206',
  },
  dark: {},
});
