// The colours that a tag can be given: behind its word, and of the word itself, on light and
// on dark. The word is always there: nobody has to tell colours apart.

import type { TagColor } from '../../src-shared/domain/tag.ts';

export type TagShade = { ground: string; ink: string };

export const tagShades: {
  readonly [scheme in 'light' | 'dark']: { readonly [color in TagColor]: TagShade };
} = {
  light: {
    red: { ground: '#fde0e0', ink: '#8f1d1d' },
    orange: { ground: '#ffe6cf', ink: '#7a3a00' },
    yellow: { ground: '#fbf0b0', ink: '#5f4700' },
    green: { ground: '#dbf3d5', ink: '#1b5517' },
    blue: { ground: '#dbe9fd', ink: '#0b4a8f' },
    purple: { ground: '#ebe1fc', ink: '#542a9c' },
    pink: { ground: '#fde0ee', ink: '#8c1456' },
    grey: { ground: '#e3e7e7', ink: '#3d4748' },
  },
  dark: {
    red: { ground: '#4d1f20', ink: '#ffc9c9' },
    orange: { ground: '#4a2a0c', ink: '#ffd8a8' },
    yellow: { ground: '#423600', ink: '#ffec99' },
    green: { ground: '#1d3d1a', ink: '#b2f2bb' },
    blue: { ground: '#12345c', ink: '#b5dcff' },
    purple: { ground: '#38245f', ink: '#d9caff' },
    pink: { ground: '#4e1836', ink: '#fcc2d7' },
    grey: { ground: '#3b4546', ink: '#e3e9e9' },
  },
};

/** As the style sheet knows them. */
export const tagVariables = (scheme: 'light' | 'dark'): { [name: string]: string } =>
  Object.fromEntries(
    Object.entries(tagShades[scheme]).flatMap(([color, { ground, ink }]) => [
      [`--tag-${color}-ground`, ground],
      [`--tag-${color}-ink`, ink],
    ]),
  );

/** Gives what is inside the colour; without one it has that of all tags. */
export const inTagColor = (color: TagColor | undefined) =>
  color === undefined
    ? {}
    : {
        style: {
          '--tag-ground': `var(--tag-${color}-ground)`,
          '--tag-ink': `var(--tag-${color}-ink)`,
        } as React.CSSProperties,
      };
