// Colours and type. One accent (a deep teal) that passes AA on both schemes; the
// system's own typeface, because nothing is fetched.

import { t } from '@lingui/core/macro';
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

import { tagVariables } from '../ui/tag-colors.ts';

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

/** The list itself scrolls, as its keys do, and no box around it that no key reaches. */
const scrollingList = {
  defaultProps: {
    withScrollArea: false,
    styles: { options: { maxHeight: 220, overflowY: 'auto' } },
  },
};

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
      // The first item has the focus, as in every menu; nothing else stands among them.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      ...Object.fromEntries(
        ['Select', 'MultiSelect', 'Autocomplete', 'TagsInput'].map((name) => [name, scrollingList]),
      ),
      CloseButton: { defaultProps: { 'aria-label': t`Close` } },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': t`Show the passphrase` } },
      },
    },
  });

const dim = { light: '#5a6567', dark: '#a3adae' };
const red = { light: '#c92a2a', dark: '#ff8787' };
/** Behind white letters, on both. */
const filledRed = {
  '--mantine-color-red-filled': '#c92a2a',
  '--mantine-color-red-filled-hover': '#b02525',
};
/** What says that something is dangerous or wrong: of items in menus, of fields, of text. */
const redText = (color: string, ground: string) => ({
  '--mantine-color-red-light': ground,
  '--mantine-color-red-light-hover': ground,
  '--mantine-color-red-6': color,
  '--mantine-color-red-text': color,
  '--mantine-color-red-light-color': color,
  '--mantine-color-error': color,
});

/** Mantine's own red, yellow, orange and dim are too pale to be read on their own ground. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...filledRed,
    ...redText(red.light, '#fdeaea'),
    '--mantine-color-dimmed': dim.light,
    '--mantine-color-yellow-light-color': '#7a4100',
    '--mantine-color-orange-light-color': '#943206',
    ...tagVariables('light'),
  },
  dark: {
    ...filledRed,
    ...redText(red.dark, '#3d2627'),
    '--mantine-color-dimmed': dim.dark,
    ...tagVariables('dark'),
  },
});
