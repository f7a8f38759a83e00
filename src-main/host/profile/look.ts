// How windows and words look: known without the key of the book, and to both shells.

import { join } from 'node:path';

import { type HostSettings, settingsSchema } from '../../../src-shared/bridge/host-types.ts';
import { readJsonFile } from './json-file.ts';

export const lookOf = ({ language, locale, theme }: HostSettings) => ({ language, locale, theme });
export const lookSchema = settingsSchema
  .pick({ language: true, locale: true, theme: true })
  .strict();
export const lookPath = (profileDir: string): string => join(profileDir, 'settings.json');

/** What can be known without the key; everything else as it is at first. */
export const readLook = (profileDir: string): HostSettings => ({
  ...settingsSchema.parse({}),
  ...lookOf(readJsonFile(lookPath(profileDir), settingsSchema)),
});
